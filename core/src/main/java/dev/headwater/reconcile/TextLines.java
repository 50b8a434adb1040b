package dev.headwater.reconcile;

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
}
