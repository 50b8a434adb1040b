package dev.headwater.dlt;

import dev.headwater.render.PythonLine;
import dev.headwater.render.PythonString;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Literals of Python's dicts and lists, one entry a line with a comma behind each, as {@code ruff format} leaves them.
 */
final class PythonDict {

    /** An expression that is written as it is. */
    record Code(String text) {}

    /** A call. */
    record Call(String function, List<String> arguments) {}

    private PythonDict() {}

    /** A literal, whose further lines are indented by so many steps of four spaces. */
    static String literal(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> entries) {
            StringBuilder text = new StringBuilder("{");
            entries.forEach((key, entry) -> text.append('\n')
                    .append(indentation(depth + 1))
                    .append(literal(key, depth + 1))
                    .append(": ")
                    .append(literal(entry, depth + 1))
                    .append(','));
            return close(text, entries.isEmpty(), depth, '}');
        }
        if (value instanceof Collection<?> items) {
            StringBuilder text = new StringBuilder("[");
            items.forEach(item -> text.append('\n')
                    .append(indentation(depth + 1))
                    .append(literal(item, depth + 1))
                    .append(','));
            return close(text, items.isEmpty(), depth, ']');
        }
        if (value instanceof Call call) {
            // A comma follows.
            return PythonLine.bracketed(depth * 4 + 1, call.function() + "(", call.arguments(), ")")
                    .replace("\n", "\n" + indentation(depth));
        }
        return scalar(value);
    }

    private static String close(StringBuilder text, boolean empty, int depth, char bracket) {
        return (empty ? text : text.append('\n').append(indentation(depth)))
                .append(bracket)
                .toString();
    }

    private static String scalar(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Code code) {
            return code.text();
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return value instanceof Number number ? number.toString() : PythonString.encode(value.toString());
    }

    private static String indentation(int depth) {
        return "    ".repeat(depth);
    }
}
