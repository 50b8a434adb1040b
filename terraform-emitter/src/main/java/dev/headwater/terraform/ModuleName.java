package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the platform's modules a source means, however its author spells the name. */
final class ModuleName {

    private static final Pattern REGISTRY =
            Pattern.compile("(?:[\\w-]+(?:\\.[\\w-]+)++(?::\\d+)?/)?[\\w-]+/([\\w-]+)/([\\w-]+)(?://(.+))?");

    private ModuleName() {}

    /** Whether a call is one of a module. */
    static boolean isOf(String module, LocatedBlock call) {
        return call.literal("source").stream().anyMatch(source -> isNamedBy(module, source));
    }

    static boolean isNamedBy(String module, String source) {
        return plain(module).equals(plain(named(source)));
    }

    /** The same for {@code snowflake_schema}, {@code snowflake-schema} and {@code schema}. */
    static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('-', '_');
        return without("snowflake_", without("terraform_", plain));
    }

    private static String without(String start, String name) {
        return name.startsWith(start) ? name.substring(start.length()) : name;
    }

    private static String named(String source) {
        Matcher registry = REGISTRY.matcher(source);
        if (registry.matches() && !source.startsWith(".")) {
            return registry.group(3) != null ? last(registry.group(3)) : ofRegistry(registry);
        }
        return last(source.contains("?") ? source.substring(0, source.indexOf('?')) : source);
    }

    private static String ofRegistry(Matcher registry) {
        return registry.group(2).equals("snowflake") ? registry.group(1) : "";
    }

    private static String last(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String segment = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        return segment.endsWith(".git") ? segment.substring(0, segment.length() - 4) : segment;
    }
}
