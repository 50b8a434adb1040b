package dev.headwater.dlt;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths of keys as dlt's JSONPath (jsonpath-ng, dlt 1.31) reads them. */
final class JsonPath {

    /** In OData's annotations, such as {@code @odata.nextLink}, the dot is part of the key. */
    private static final Pattern DOT = Pattern.compile("(?<!@odata)\\.");

    private static final Pattern EXPRESSION = Pattern.compile("\\$([.\\[].*)?|.*[\\[*'\"`].*|.*\\.\\..*");
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> OPERATORS = Set.of("where", "wherenot");

    private JsonPath() {}

    /** Whether the text says more than a key for each level. */
    static boolean isExpression(String path) {
        return EXPRESSION.matcher(path).matches();
    }

    /** The path, in which each key that JSONPath would not take as it is stands in quotes. */
    static String of(String path) {
        return isExpression(path)
                ? path
                : Arrays.stream(DOT.split(path, -1)).map(JsonPath::key).collect(Collectors.joining("."));
    }

    private static String key(String key) {
        boolean plain = PLAIN_KEY.matcher(key).matches() && !OPERATORS.contains(key);
        return plain ? key : "'" + key.replace("\\", "\\\\") + "'";
    }
}
