package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ObjectValue;
import java.util.List;
import java.util.Optional;

/** Where the public key of a loader's user goes (RB06). */
final class UserKey {

    private static final String SNOWFLAKE = "snowflake";

    private final ModuleContract contract;
    private final Configuration root;

    UserKey(ExistingTerraform existing) {
        this.contract = existing.userModule();
        this.root = existing.snowflake();
    }

    /** The user module's variable for the key, if it shows one. */
    Optional<String> variable() {
        return contract.nameOf(List.of("user_rsa_public_key", "rsa_public_key"));
    }

    String advice(String account) {
        Optional<String> variable = variable();
        if (variable.isPresent()) {
            return "The public key of " + account + " goes into the argument " + variable.get()
                    + " of its module: a key that ALTER USER sets is unset by the next apply.";
        }
        String shown = contract.isKnown() ? "The user module has no" : "Nothing shows that the user module has a";
        String provider = requiredVersion()
                .or(this::lockedVersion)
                .map(version -> "the Snowflake provider, here " + version + ",")
                .orElse("the Snowflake provider");
        return shown + " variable for the public key, and " + provider
                + " unsets at the next apply a key that ALTER USER set: check " + account
                + " with DESC USER after the next apply, or give the module a variable.";
    }

    /** With file and line, as {@code ~> 0.99 (snowflake/config/main.tf:7)}. */
    private Optional<String> requiredVersion() {
        return root.blocks("terraform").stream()
                .flatMap(terraform -> terraform.block().blocks().stream()
                        .filter(nested -> nested.type().equals("required_providers"))
                        .flatMap(nested -> nested.attributes().stream())
                        .flatMap(provider -> version(provider).stream()
                                .map(version -> version + " (" + terraform.file() + ":" + provider.line() + ")")))
                .findFirst();
    }

    private static Optional<String> version(HclAttribute provider) {
        HclExpression value = provider.value();
        boolean isSnowflake = provider.name().equals(SNOWFLAKE)
                || entry(value, "source")
                        .filter(source -> source.endsWith("/" + SNOWFLAKE))
                        .isPresent();
        return entry(value, "version").or(value::string).filter(version -> isSnowflake && !version.isEmpty());
    }

    private static Optional<String> entry(HclExpression provider, String key) {
        return provider instanceof ObjectValue object
                ? object.value(key).flatMap(HclExpression::string)
                : Optional.empty();
    }

    private Optional<String> lockedVersion() {
        return root.directories().blocks(root.file(".terraform.lock.hcl")).stream()
                .filter(locked -> locked.block().type().equals("provider")
                        && locked.label().endsWith("/" + SNOWFLAKE))
                .flatMap(locked -> locked.literal("version").stream()
                        .map(version ->
                                version + " (" + locked.placeOf("version").orElseThrow() + ")"))
                .findFirst();
    }
}
