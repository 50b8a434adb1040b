package dev.headwater.document;

import dev.headwater.document.YamlNode.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A text and the marks in it. Marks count code points after the byte order mark; places count characters. */
final class MarkedText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern BLOCK_SCALAR_HEADER =
            Pattern.compile("(?<![^ \\t\\n\\r])[|>]([-+0-9]*)(?=[ \\t\\r\\n]|$)");

    private final String text;
    private final int bodyStart;
    private final int[] offsetOfCodePoint;

    MarkedText(String text) {
        this.text = text;
        this.bodyStart = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        this.offsetOfCodePoint =
                text.codePoints().anyMatch(Character::isSupplementaryCodePoint) ? offsets(body()) : new int[0];
    }

    /** The text without its byte order mark. */
    String body() {
        return text.substring(bodyStart);
    }

    static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    int offset(Mark mark) {
        int index = mark.getIndex();
        return bodyStart + (offsetOfCodePoint.length == 0 ? index : offsetOfCodePoint[index]);
    }

    Mark start(Event event) {
        return event.getStartMark().orElseThrow();
    }

    Mark end(Event event) {
        return event.getEndMark().orElseThrow();
    }

    Place between(Mark start, int end) {
        return new Place(line(start), start.getColumn(), offset(start), end);
    }

    Place whole(Event event) {
        return between(start(event), offset(end(event)));
    }

    /** The mark of the start event of a block sequence ends at its first dash or, without indentation, behind it. */
    Place firstDash(Event startOfSequence, int end) {
        Mark mark = end(startOfSequence);
        int offset = offset(mark);
        int back = offset < text.length() && text.charAt(offset) == '-' ? 0 : 1;
        return new Place(line(mark), mark.getColumn() - back, offset - back, end);
    }

    /** The mark of a block scalar ends behind the blank lines after it, which are part of it only with {@code +}. */
    Place blockScalar(Event scalar) {
        int start = offset(start(scalar));
        int end = offset(end(scalar));
        Matcher header = header(start, end);
        return between(
                start(scalar),
                header.group(1).contains("+") ? endOfKeptLines(end) : endOfVisible(Math.max(header.end(), start), end));
    }

    /** Where the first line after the header of a block scalar starts. */
    int blockScalarContent(Event scalar) {
        int start = offset(start(scalar));
        int newline = text.indexOf('\n', header(start, offset(end(scalar))).end());
        return newline < 0 ? text.length() : newline + 1;
    }

    private Matcher header(int start, int end) {
        Matcher matcher = BLOCK_SCALAR_HEADER
                .matcher(text)
                .region(start, Math.max(end, start))
                .useTransparentBounds(true);
        if (!matcher.find()) {
            int line = 1
                    + (int) text.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new DocumentException(
                    "yaml.syntax",
                    line,
                    "The header of this block of text is odd.",
                    "Start the block with '|' or '>'.");
        }
        return matcher;
    }

    private int endOfKeptLines(int mark) {
        int lineStart = text.lastIndexOf('\n', mark - 1) + 1;
        boolean onNextLine = text.substring(lineStart, mark).isBlank() && mark < text.length();
        return onNextLine || mark == lineStart ? lineStart - 1 : mark;
    }

    private int endOfVisible(int from, int mark) {
        int end = mark;
        while (end > from && " \n\r".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static int[] offsets(String body) {
        int[] offsets = new int[body.codePointCount(0, body.length()) + 1];
        for (int index = 0, at = 0; index < offsets.length; index++) {
            offsets[index] = at;
            at += at < body.length() ? Character.charCount(body.codePointAt(at)) : 0;
        }
        return offsets;
    }

    /** The line, from 1, of a code point. */
    int lineOfCodePoint(int index) {
        return 1 + (int) body().codePoints().limit(index).filter(c -> c == '\n').count();
    }
}
