package dev.headwater.document.edit;

/** The lines of a text, by character index. */
final class TextLines {

    private final String text;

    TextLines(String text) {
        this.text = text;
    }

    /** Where the line after this one starts; the end of the text if there is none. */
    int after(int index) {
        int newline = text.indexOf('\n', index);
        return newline < 0 ? text.length() : newline + 1;
    }

    /** Whether the last line has no line end. */
    boolean endOpen() {
        return !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
    }

    /**
     * Past the comments from this line on that are indented so far, and the blank lines before them.
     *
     * @param lineStart where a line starts
     * @param indentation the least indentation of a comment to be passed
     */
    int pastComments(int lineStart, int indentation) {
        int passed = lineStart;
        for (int line = lineStart; line < text.length(); line = after(line)) {
            String content = text.substring(line, after(line)).stripTrailing();
            int column = content.length() - content.stripLeading().length();
            boolean isComment = content.startsWith("#", column) && column >= indentation;
            if (!isComment && !content.isEmpty()) {
                return passed;
            }
            passed = isComment ? after(line) : passed;
        }
        return passed;
    }

    /** The line end that is used right above an index, or else first in the text, or else LF. */
    String lineEndAbove(int index) {
        int above = index == 0 ? -1 : text.lastIndexOf('\n', index - 1);
        int newline = above < 0 ? text.indexOf('\n') : above;
        return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
    }

    /**
     * Whether a blank line stands above the line of an index, or above the comments that head it.
     *
     * @param index where something stands
     * @param end where what stands before it ends
     * @param indentation the most indentation of a comment that belongs to it
     */
    boolean blankAbove(int index, int end, int indentation) {
        boolean isBelowOpenEnd = index == text.length() && endOpen();
        int line = isBelowOpenEnd ? index + 1 : text.lastIndexOf('\n', index - 1) + 1;
        while (line > end + 1) {
            int above = text.lastIndexOf('\n', line - 2) + 1;
            String content = text.substring(above, line - 1).stripTrailing();
            if (above <= end || content.isEmpty()) {
                return above > end;
            }
            int column = content.length() - content.stripLeading().length();
            if (!content.startsWith("#", column) || column > indentation) {
                return false;
            }
            line = above;
        }
        return false;
    }
}
