package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ObjectValue;
import java.util.Optional;

/** Which version of the Snowflake provider a root module asks for, else which one its lock file has. */
final class ProviderVersion {

    private static final String SNOWFLAKE = "snowflake";

    private ProviderVersion() {}

    /** The version with file and line, as {@code ~> 0.99 (snowflake/config/main.tf:7)}. */
    static Optional<String> of(Configuration root) {
        return required(root).or(() -> locked(root));
    }

    private static Optional<String> required(Configuration root) {
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
        Optional<String> source = entry(value, "source");
        boolean isSnowflake = provider.name().equals(SNOWFLAKE)
                || source.filter(text -> text.endsWith("/" + SNOWFLAKE)).isPresent();
        return entry(value, "version").or(value::string).filter(version -> isSnowflake && !version.isEmpty());
    }

    private static Optional<String> entry(HclExpression provider, String key) {
        return provider instanceof ObjectValue object
                ? object.value(key).flatMap(HclExpression::string)
                : Optional.empty();
    }

    private static Optional<String> locked(Configuration root) {
        return root.directories().blocks(root.file(".terraform.lock.hcl")).stream()
                .filter(placed -> placed.block().type().equals("provider")
                        && placed.label().endsWith("/" + SNOWFLAKE))
                .flatMap(placed -> placed.literal("version").stream()
                        .map(version ->
                                version + " (" + placed.placeOf("version").orElseThrow() + ")"))
                .findFirst();
    }
}
