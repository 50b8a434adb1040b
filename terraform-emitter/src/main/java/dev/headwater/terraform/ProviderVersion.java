package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import java.util.Map;
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
        Map<String, String> entries = ObjectText.entries(provider.expression()).orElse(Map.of());
        boolean isSnowflake = provider.name().equals(SNOWFLAKE)
                || entries.getOrDefault("source", "").endsWith("/" + SNOWFLAKE + "\"");
        return Optional.of(entries.getOrDefault("version", provider.expression()))
                .filter(version -> isSnowflake && version.matches("\"[^\"\\\\$%]+\""))
                .map(version -> version.substring(1, version.length() - 1));
    }

    private static Optional<String> locked(Configuration root) {
        return root.lockFile().stream()
                .filter(placed -> placed.block().type().equals("provider")
                        && placed.label().endsWith("/" + SNOWFLAKE))
                .flatMap(placed -> placed.literal("version").stream()
                        .map(version ->
                                version + " (" + placed.placeOf("version").orElseThrow() + ")"))
                .findFirst();
    }
}
