package dev.headwater.render;

import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * Strings of JSON (RFC 8259), in which nothing is invisible.
 *
 * <pre>{@code
 * JsonString.encode("5\" pipe"); // "5\" pipe"
 * }</pre>
 */
public final class JsonString {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().characterEscapes(new HiddenCharacters()).build();

    private JsonString() {}

    /**
     * Encodes text as a string.
     *
     * @param text any text; JSON carries lone surrogates too, as escapes
     * @return the string, with its quotes
     */
    public static String encode(String text) {
        StringWriter literal = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), literal)) {
            generator.writeString(text);
        }
        return literal.toString();
    }

    /** Jackson escapes what JSON demands; this adds what cannot be seen, and halves of characters, paired or not. */
    private static final class HiddenCharacters extends CharacterEscapes {

        private static final long serialVersionUID = 1;
        private static final char DELETE = '\u007F';

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return Escapes.isHidden((char) c) || Character.isSurrogate((char) c)
                    ? new SerializedString(Escapes.unicode((char) c))
                    : null;
        }
    }
}
