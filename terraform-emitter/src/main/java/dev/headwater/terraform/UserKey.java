package dev.headwater.terraform;

import java.util.List;
import java.util.Optional;

/** Where the public key of a loader's user goes (RB06). */
final class UserKey {

    private static final String SNOWFLAKE = "snowflake";

    private final ModuleContract contract;
    private final Configuration root;

    UserKey(Configuration root) {
        this.contract = root.contract("snowflake_user");
        this.root = root;
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
        return root.requiredProviders()
                .flatMap(provider -> version(provider).stream().map(version -> version + " (" + provider.place() + ")"))
                .findFirst();
    }

    private static Optional<String> version(RequiredProvider provider) {
        boolean isSnowflake = provider.attribute().name().equals(SNOWFLAKE)
                || provider.string("source").stream().anyMatch(source -> source.endsWith("/" + SNOWFLAKE));
        return provider.string("version")
                .or(provider.attribute()::literal)
                .filter(version -> isSnowflake && !version.isEmpty());
    }

    private Optional<String> lockedVersion() {
        return root.view.blocks(root.file(".terraform.lock.hcl")).stream()
                .filter(locked -> locked.block().type().equals("provider")
                        && locked.label().endsWith("/" + SNOWFLAKE))
                .flatMap(locked -> locked.literal("version").stream()
                        .map(version ->
                                version + " (" + locked.placeOf("version").orElseThrow() + ")"))
                .findFirst();
    }
}
