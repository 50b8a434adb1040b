package dev.headwater.method;

import dev.headwater.problem.Problems;

/**
 * Paths in an answer. One that says more than a key for each level is emitted as it is, and read by dlt as JSONPath; in
 * any other, keys are quoted where that is necessary.
 */
final class JsonPathRule {

    private static final String MARKS = "[*'\"`";

    private JsonPathRule() {}

    /** What dlt could not parse is a problem {@code rest.json-path}. */
    static void judge(String text, String path, Problems problems) {
        boolean read = isExpression(text)
                ? new JsonPathReader(text).readsAll()
                : !text.startsWith(".") && !text.endsWith(".") && text.indexOf(']') < 0;
        if (!read) {
            problems.add(
                    "rest.json-path",
                    path,
                    "\"" + text + "\" is not the path of a value in JSON.",
                    "Join keys with single dots, such as data.items or data[*].id, quote a key with other signs in it, and"
                            + " close quotes and brackets.");
        }
    }

    private static boolean isExpression(String text) {
        return text.equals("$")
                || text.startsWith("$.")
                || text.startsWith("$[")
                || text.contains("..")
                || text.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
    }
}
