package dev.headwater.method;

import dev.headwater.problem.Problems;

/** Paths in an answer, which dlt reads as JSONPath. */
final class JsonPathRule {

    private JsonPathRule() {}

    /** Finds what dlt could not parse, as far as that shows at a glance: a problem {@code rest.json-path}. */
    static void judge(String text, String path, Problems problems) {
        boolean unread = text.contains("[]") || text.startsWith("[?") || text.matches("\\$\\.[^'\"]*\\s[^'\"]*");
        if (unread || !isClosed(text) || text.startsWith(".") || text.endsWith(".") || text.contains("...")) {
            problems.add(
                    "rest.json-path",
                    path,
                    "\"" + text + "\" is not the path of a value in JSON.",
                    "Join keys with single dots, such as data.items or data[*].id, quote a key with other signs in it, and"
                            + " close quotes and brackets.");
        }
    }

    /** Whether all quotes and brackets that open also close. */
    private static boolean isClosed(String text) {
        char quote = 0;
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[') {
                open++;
            } else if (c == ']' && --open < 0) {
                return false;
            }
        }
        return quote == 0 && open == 0;
    }
}
