package dev.headwater.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A file of the corpus as it is, or with other line ends. */
enum CorpusVariant {
    AS_IS(false, true),
    AS_IS_OPEN(false, false),
    CRLF(true, true),
    CRLF_OPEN(true, false);

    private final boolean crlf;
    private final boolean closed;

    CorpusVariant(boolean crlf, boolean closed) {
        this.crlf = crlf;
        this.closed = closed;
    }

    String shown() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The bytes one by one, because a file may be anything. */
    byte[] of(byte[] file) {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        String text = crlf ? bytes.replace("\r\n", "\n").replace("\n", "\r\n") : bytes;
        return (closed ? closed(text) : open(text)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String closed(String text) {
        if (text.isEmpty() || text.endsWith("\n")) {
            return text;
        }
        return text + (text.contains("\r\n") ? "\r\n" : "\n");
    }

    private static String open(String text) {
        int end = text.length();
        while (end > 0 && "\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
