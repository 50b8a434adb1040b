package dev.headwater.problem;

import java.util.stream.Collectors;

/** Text for a message, in which the reader sees every character. */
final class VisibleText {

    private VisibleText() {}

    /**
     * Shows a line feed as its escape, other control characters and blanks but the common one as their code points.
     *
     * @param text any text
     * @return the same with {@code U+00A0} for a no-break space, and so on
     */
    static String of(String text) {
        return text.codePoints().mapToObj(VisibleText::shown).collect(Collectors.joining());
    }

    private static String shown(int c) {
        if (c == '\n') {
            return "\\n";
        }
        boolean odd = switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        };
        return odd ? "U+%04X".formatted(c) : Character.toString(c);
    }
}
