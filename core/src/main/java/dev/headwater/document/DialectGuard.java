package dev.headwater.document;

/** Refuses characters which YAML 1.1 and 1.2 take differently, before anything is parsed. */
final class DialectGuard {

    private DialectGuard() {}

    static void check(String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
            } else if (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                throw new DocumentException(
                        "yaml.lone-cr",
                        line,
                        "A carriage return stands alone here; some readers take it as a line end.",
                        "Save the file with" + " LF or CRLF line ends.");
            } else if (isDisputed(c, i)) {
                throw new DocumentException(
                        "yaml.dialect",
                        line,
                        "The invisible character U+%04X is a line break or a mark to some YAML readers and text to others."
                                .formatted((int) c),
                        "Remove it, or write it as an escape in double quotes.");
            }
        }
    }

    private static boolean isDisputed(char c, int index) {
        return c == '\u0085' || c == '\u2028' || c == '\u2029' || (c == '\uFEFF' && index > 0);
    }
}
