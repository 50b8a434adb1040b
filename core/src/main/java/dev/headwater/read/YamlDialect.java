package dev.headwater.read;

import java.util.List;

/** Where YAML 1.1 readers (PyYAML, ruamel: dbt and Prefect) and 1.2 readers differ, such text is refused. */
final class YamlDialect {

    private YamlDialect() {}

    static void check(String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                throw new UnreadableTextException(
                        "yaml.lone-cr",
                        line,
                        "A carriage return stands alone; save the file with LF or CRLF line ends.");
            } else if (c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                throw new UnreadableTextException(
                        "yaml.dialect",
                        line,
                        "U+" + Integer.toHexString(0x10000 | c).substring(1).toUpperCase(java.util.Locale.ROOT)
                                + " is a line break for some readers and not for others; remove it.");
            }
        }
    }

    /** PyYAML refuses tabs outside of scalars and comments. */
    static void checkTabs(String text, List<int[]> scalars) {
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            while (next < scalars.size() && scalars.get(next)[1] <= i) {
                next++;
            }
            if (next < scalars.size() && scalars.get(next)[0] <= i) {
                i = scalars.get(next)[1] - 1;
            } else if (text.charAt(i) == '#') {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (text.charAt(i) == '\t') {
                int line = 1
                        + (int) text.substring(0, i)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                throw new UnreadableTextException("yaml.tab", line, "A tab stands outside of text; use spaces.");
            }
        }
    }
}
