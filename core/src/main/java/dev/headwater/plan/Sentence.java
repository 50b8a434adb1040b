package dev.headwater.plan;

/** Words for people. */
final class Sentence {

    private Sentence() {}

    /** Upper-case first letter, full stop at the end. */
    static String of(String words) {
        int first = words.codePointAt(0);
        String capital = new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(words, Character.charCount(first), words.length())
                .toString();
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
