package dev.headwater.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes files of a repository. */
public final class SourceText {

    private SourceText() {}

    /**
     * Reads UTF-8 strictly. A byte order mark stays, as the first character, so that nothing is lost on the way back.
     *
     * @param bytes a file's content
     * @param format what the file is, for the code, such as {@code yaml}
     * @return the text
     * @throws UnreadableTextException with the code {@code <format>.encoding} when the bytes are not UTF-8
     */
    public static String decode(byte[] bytes, String format) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableTextException(format + ".encoding", 0, "The file is not UTF-8.", "Save it as UTF-8.");
        }
    }
}
