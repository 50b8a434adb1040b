package dev.headwater.method;

import dev.headwater.method.RestApi.Endpoint.CursorParameter;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.Table;
import dev.headwater.problem.Problems;
import java.util.Optional;
import java.util.Set;

/** What has to hold for one endpoint and its table. */
final class EndpointRules {

    private static final Set<ColumnType> NUMBERS = Set.of(ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.FLOAT);

    private final Table table;
    private final RestApi.Endpoint endpoint;
    private final String tablePath;
    private final String path;
    private final Problems problems;

    EndpointRules(Table table, RestApi.Endpoint endpoint, String tablePath, Problems problems) {
        this.table = table;
        this.endpoint = endpoint;
        this.tablePath = tablePath;
        this.path = tablePath + ".settings";
        this.problems = problems;
    }

    void judge() {
        problems.line(path + ".path", endpoint.path());
        braces("rest.path", path + ".path", endpoint.path(), "Write the path out.");
        if (endpoint.path().matches("(?s)\\s*([A-Za-z][A-Za-z0-9+.-]*:)?//.*")
                || endpoint.path().indexOf('#') >= 0) {
            problems.add(
                    "rest.path",
                    path + ".path",
                    "\"" + endpoint.path()
                            + "\" names another host, which would get the credentials, or has a fragment.",
                    "Write the path below the base URL, and read another host as a source of its own.");
        }
        endpoint.rows().ifPresent(this::rows);
        endpoint.paginator()
                .ifPresent(paginator -> new PaginatorRules(paginator, path + ".paginator", problems).judge());
        endpoint.parameters().forEach(this::parameter);
        endpoint.cursorParameter().ifPresent(this::cursorParameter);
        table.cursor().ifPresent(cursor -> JsonPathRule.judge(cursor, tablePath + ".cursor", problems));
    }

    private void rows(String rows) {
        if (rows.isBlank()) {
            problems.add(
                    "rest.rows",
                    path + ".rows",
                    "The path of the rows is blank.",
                    "Name it, such as data.items, or leave rows(...) out when the answer itself is the list.");
        }
        problems.line(path + ".rows", rows);
        JsonPathRule.judge(rows, path + ".rows", problems);
    }

    private void parameter(String name, String value) {
        String at = path + ".parameters" + (name.isBlank() ? "" : "." + name);
        if (name.isBlank()) {
            problems.add("rest.parameter", at, "A parameter has no name.", "Name it as the API does, such as limit.");
        }
        problems.line(at, name + value);
        braces(
                "rest.parameter",
                at,
                name + "=" + value,
                "Use cursorParameter(...) for the cursor, and plain values for the rest.");
    }

    private void cursorParameter(CursorParameter parameter) {
        String at = path + ".cursorParameter";
        problems.line(at, parameter.name() + parameter.initialValue());
        braces(
                "rest.cursor-parameter",
                at,
                parameter.name() + "=" + parameter.initialValue(),
                "Name the parameter, and give what the first run sends as it is.");
        if (table.cursor().isEmpty()) {
            problems.add(
                    "rest.cursor-parameter",
                    at,
                    "The endpoint takes a cursor, but the table has none.",
                    "Name the raw field that grows with incremental(...), or leave the parameter out.");
        }
        if (endpoint.parameters().containsKey(parameter.name())) {
            problems.add(
                    "rest.cursor-parameter",
                    at,
                    "\"" + parameter.name() + "\" is also a parameter that every request sends alike.",
                    "Leave parameter(\"" + parameter.name() + "\", ...) out.");
        }
        if (!parameter.number() && cursorIsNumber()) {
            problems.add(
                    "rest.cursor-parameter",
                    at + ".initialValue",
                    "\"" + parameter.initialValue() + "\" is text, but the cursor's column is a number.",
                    "Give a number, such as cursorParameter(\"" + parameter.name() + "\", 0).");
        }
    }

    private boolean cursorIsNumber() {
        return table.columns().stream()
                .filter(column -> table.cursor().equals(Optional.of(column.from())))
                .anyMatch(column -> column.type().filter(NUMBERS::contains).isPresent());
    }

    private void braces(String code, String at, String text, String hint) {
        if (text.contains("{") || text.contains("}")) {
            problems.add(code, at, "\"" + text + "\" holds a brace, which dlt reads as a placeholder.", hint);
        }
    }
}
