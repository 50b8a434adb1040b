package dev.headwater.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that try to leave the literal into which they are put: the same ones in every run. */
final class HostileTexts {

    private static final int LONG = 100_000;
    private static final int MOST_PIECES = 9;

    private static final List<String> MARKS = List.of(
            "\"",
            "'",
            "\\",
            "`",
            "$",
            "%",
            "{",
            "}",
            "#",
            "!",
            "~",
            "*",
            "_",
            "|",
            ";",
            "&",
            "-",
            "+",
            "=",
            "<",
            ">",
            "?",
            ":",
            "@",
            ",",
            "[",
            "]",
            "(",
            ")",
            "/",
            ".",
            "\"\"\"",
            "'''",
            "\\\"",
            "\\'",
            "\\\\",
            "\\n",
            "\\u0041",
            "\\x41",
            "\\N{BEL}");
    private static final List<String> OPENINGS = List.of(
            "${x}",
            "$${x}",
            "$$",
            "$$${",
            "%{if x}",
            "%%{",
            "{{ x }}",
            "{{-",
            "{{{",
            "{%",
            "{%- raw %}",
            "{% endraw %}",
            "{#",
            "#}",
            "}}",
            "%}",
            "<%x%>",
            "--",
            "/*",
            "*/",
            "//",
            "$(id)",
            "$HOME",
            "`id`",
            "!!",
            "!x",
            "&&",
            "||",
            "~root",
            "<<EOF",
            "EOF",
            "f'",
            "r\"",
            "\\$");
    private static final List<String> BLANKS = List.of(
            " ", " ", "  ", "    ", "\n", "\n", "\n\n", "\n\n\n", "\r", "\r\n", "\t", "\u000B", "\f", "\u00A0",
            "\u2003", "\u3000");
    private static final List<String> HIDDEN = List.of(
            "\0",
            "\u0001",
            "\u001B",
            "\u001C",
            "\u007F",
            "\u0080",
            "\u0085",
            "\u00AD",
            "\u061C",
            "\u200B",
            "\u200D",
            "\u200E",
            "\u200F",
            "\u202E",
            "\u2028",
            "\u2029",
            "\u2066",
            "\uFEFF",
            "\uFFFD",
            "\uFFFE",
            "\uFFFF",
            "\uFDD0",
            "\uD83F\uDFFF",
            "\uDB40\uDC67",
            "\uD834\uDD73");
    private static final List<String> LETTERS = List.of(
            "e\u0301",
            "x" + "\u0316".repeat(30),
            "\u00E9" + "\u0316".repeat(30),
            "\u00E9",
            "\u212B",
            "A\u030A",
            "\uFB01",
            "\u1100\u1161",
            "\uAC00",
            "\u0F71\u0F72",
            "\u05D0",
            "\u0627",
            "\u65E5\u672C",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\uD835\uDD38",
            "\uDBFF\uDFFD",
            "\uE000",
            "\u0130",
            "\u0131",
            "\u00DF");
    private static final List<String> WORDS = List.of(
            "yes",
            "No",
            "null",
            "~",
            "on",
            "1e3",
            "0x1f",
            "1_000",
            "12:30:00",
            "2024-01-01",
            "010",
            ".5",
            ".inf",
            "=",
            "<<",
            "- ",
            "? ",
            ": ",
            " #",
            "---",
            "...",
            "%YAML",
            "&a",
            "*a",
            "!!str",
            "@x",
            "a: b",
            "# ",
            "1. ",
            "2) ",
            "+ ",
            "> ",
            "===",
            "***",
            "[x](y)",
            "![x](y)",
            "[x]: y",
            "<http://x.y>",
            "<b>",
            "<!-- ",
            "&amp;",
            "&#35;",
            "&copy",
            "```",
            "~~~",
            "a_b",
            "_a_",
            "**a**",
            "http://a.b",
            "a@b.cd",
            "-n",
            "select",
            "a",
            "word",
            "'; drop table x; --");
    private static final List<String> HALVES = List.of("\uD800", "\uDBFF", "\uDC00", "\uDFFF");
    private static final List<List<String>> KINDS =
            List.of(MARKS, MARKS, OPENINGS, BLANKS, HIDDEN, LETTERS, WORDS, WORDS);

    private final Random random = new Random(5);

    private HostileTexts() {}

    /** Texts without end; the first ones are long. */
    static Stream<String> all() {
        HostileTexts texts = new HostileTexts();
        Stream<String> longOnes = Stream.generate(() -> texts.text(LONG)).limit(2);
        Stream<String> oneByOne = KINDS.stream().distinct().flatMap(List::stream);
        return Stream.concat(longOnes, Stream.concat(oneByOne, Stream.generate(texts::text)));
    }

    /** Whether a file of UTF-8 can hold the text. */
    static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(MOST_PIECES); i > 0; i--) {
            text.append(piece());
        }
        return text.toString();
    }

    /** Without halves of characters, which would make nearly every long text one that is refused. */
    private String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            String piece = piece();
            text.append(isWellFormed(piece) ? piece.replace("\0", "\\0").replace("$$", "$ ") : "");
        }
        return text.append('.').toString();
    }

    private String piece() {
        int kind = random.nextInt(KINDS.size() * 25);
        if (kind == 0) {
            return any(HALVES);
        }
        return kind < 10 ? codePoint() : any(KINDS.get(kind % KINDS.size()));
    }

    private String codePoint() {
        int c = random.nextInt(random.nextBoolean() ? 0x10000 : Character.MAX_CODE_POINT + 1);
        return isWellFormed(Character.toString(c)) ? Character.toString(c) : "x";
    }

    private String any(List<String> pieces) {
        return pieces.get(random.nextInt(pieces.size()));
    }
}
