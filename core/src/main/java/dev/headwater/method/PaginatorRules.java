package dev.headwater.method;

import dev.headwater.method.PaginatorOptions.Kind;
import dev.headwater.problem.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether dlt takes a paginator's options, and whether it would ever stop. */
final class PaginatorRules {

    private final Paginator paginator;
    private final Map<String, Kind> known;
    private final String path;
    private final Problems problems;

    PaginatorRules(Paginator paginator, String path, Problems problems) {
        this.paginator = paginator;
        this.known = PaginatorOptions.of(paginator.type());
        this.path = path;
        this.problems = problems;
    }

    void judge() {
        paginator.options().forEach((option, value) -> {
            Kind kind = known.get(option);
            if (kind == null) {
                problems.add(
                        "rest.paginator.option",
                        path,
                        "dlt's " + paginator.type() + " paginator has no option \"" + option + "\".",
                        known.isEmpty() ? "It has none." : "It has " + String.join(", ", known.keySet()) + ".");
            } else {
                judge(kind, value, path + "." + option);
            }
        });
        end();
    }

    private void judge(Kind kind, @Nullable Object value, String at) {
        if (!takes(kind, value)) {
            problems.add(
                    "rest.paginator.value",
                    at,
                    value == null ? "The option has no value." : "\"" + value + "\" is not what the option takes.",
                    kind.hint);
        } else if (value instanceof String text) {
            problems.line(at, text);
            if (kind == Kind.PATH || kind == Kind.PATH_OR_NONE) {
                JsonPathRule.judge(text, at, problems);
            }
        }
    }

    private static boolean takes(Kind kind, @Nullable Object value) {
        return switch (kind) {
            case NAME, PATH -> isText(value);
            case PATH_OR_NONE -> value == null || isText(value);
            case HEADER -> value instanceof String text && HeaderName.isOne(text);
            case COUNT -> value instanceof Integer number && number >= 1;
            case NUMBER -> value instanceof Integer number && number >= 0;
            case FLAG -> value instanceof Boolean;
        };
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() && !text.contains("{") && !text.contains("}");
    }

    /** dlt refuses a paginator that nothing tells where to stop. */
    private void end() {
        Map<String, @Nullable Object> options = paginator.options();
        boolean total = options.getOrDefault("total_path", "by default") != null;
        boolean limited = options.containsKey("maximum_offset")
                || options.containsKey("maximum_page")
                || options.containsKey("has_more_path");
        if (!total && !limited && Boolean.FALSE.equals(options.get("stop_after_empty_page"))) {
            problems.add(
                    "rest.paginator.endless",
                    path,
                    "Neither a total nor an empty page ends the " + paginator.type() + " paginator.",
                    "Leave stop_after_empty_page out, or give has_more_path or a maximum.");
        }
    }
}
