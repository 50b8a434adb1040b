package dev.headwater.render;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that try to leave the literal into which they are put. */
final class HostileTexts {

    private HostileTexts() {}

    /** Any text without lone surrogates, which no encoder takes. */
    static Arbitrary<String> any() {
        Arbitrary<String> special = Arbitraries.of(
                "\"",
                "'",
                "\\",
                "`",
                "$",
                "%",
                "{",
                "}",
                "#",
                "${x}",
                "$${",
                "%{if}",
                "{{ x }}",
                "{%",
                "{#",
                "}}",
                "\"\"\"",
                "'''",
                "\\\"",
                "\\'",
                "\n",
                "\r",
                "\t",
                "\0",
                "\u001B",
                "\u0085",
                "\u00A0",
                "\u00AD",
                "\u200B",
                "\u2028",
                "\u2029",
                "\uFEFF",
                "\uFFFF",
                "e\u0301",
                "👩\u200D💻",
                "$(id)",
                "$HOME",
                "`id`",
                "!x",
                "~",
                "*",
                "_",
                "[x](y)",
                "<b>",
                "&amp;",
                "|",
                ";",
                "&&",
                " ",
                "  ",
                "<%x%>",
                "--",
                "-n");
        Arbitrary<String> codePoint = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .map(Character::toString);
        Arbitrary<String> word = Arbitraries.strings().alpha().numeric().ofMaxLength(5);
        Arbitrary<String> piece =
                Arbitraries.frequencyOf(Tuple.of(5, special), Tuple.of(1, codePoint), Tuple.of(2, word));
        // Short texts too: in a long one, some other character makes an encoder careful already.
        return Arbitraries.oneOf(
                piece.list().ofMaxSize(3).map(pieces -> String.join("", pieces)),
                piece.list().ofMaxSize(12).map(pieces -> String.join("", pieces)));
    }

    /** Whether a text holds a character that ends a line or cannot be seen. */
    static boolean holdsControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
