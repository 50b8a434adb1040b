package dev.headwater.dbt;

import java.util.ArrayList;
import java.util.List;

/** A value of the select list, on one line or broken into several as sqlfluff's layout rules want it. */
sealed interface SqlValue {

    String STEP = "    ";

    String text();

    /** The value in lines of at most so many characters, where names leave a way. */
    List<String> lines(int room);

    static List<String> indented(List<String> lines) {
        return lines.stream().map(line -> STEP + line).toList();
    }

    /**
     * A raw field.
     *
     * @param text its encoded name
     */
    record Field(String text) implements SqlValue {

        @Override
        public List<String> lines(int room) {
            return List.of(text);
        }
    }

    /**
     * A conversion.
     *
     * @param keywords the case of keywords
     * @param value what is converted
     * @param type the type
     */
    record Cast(KeywordCase keywords, SqlValue value, String type) implements SqlValue {

        @Override
        public String text() {
            return keywords.of("cast") + "(" + value.text() + " " + as() + ")";
        }

        private String as() {
            return keywords.of("as") + " " + keywords.of(type);
        }

        @Override
        public List<String> lines(int room) {
            if (text().length() <= room) {
                return List.of(text());
            }
            int inner = room - STEP.length();
            List<String> lines = new ArrayList<>();
            if (value.text().length() + 1 + as().length() <= inner) {
                lines.add(value.text() + " " + as());
            } else if (value instanceof Field) {
                lines.addAll(List.of(value.text(), as()));
            } else {
                lines.addAll(value.lines(Math.min(inner, value.text().length() - 1)));
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + as());
            }
            return inParentheses(keywords.of("cast"), lines);
        }
    }

    /**
     * A point in time, in UTC (RB33).
     *
     * @param keywords the case of keywords
     * @param value a timestamp with a zone
     */
    record Utc(KeywordCase keywords, SqlValue value) implements SqlValue {

        @Override
        public String text() {
            return keywords.of("convert_timezone") + "('UTC', " + value.text() + ")";
        }

        @Override
        public List<String> lines(int room) {
            if (text().length() <= room) {
                return List.of(text());
            }
            int inner = room - STEP.length();
            List<String> lines = new ArrayList<>(List.of("'UTC',"));
            lines.addAll(value.lines(inner));
            String onOne = "'UTC', " + value.text();
            return inParentheses(keywords.of("convert_timezone"), onOne.length() <= inner ? List.of(onOne) : lines);
        }
    }

    private static List<String> inParentheses(String function, List<String> arguments) {
        List<String> lines = new ArrayList<>();
        lines.add(function + "(");
        lines.addAll(indented(arguments));
        lines.add(")");
        return lines;
    }
}
