package dev.headwater.naming;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes a lower-case name with underscores of what a person typed. */
final class SnakeCase {

    /** An identifier, such as {@code dealStages}. In names of companies, such as GitHub and eBay, no capital parts. */
    private static final Pattern CAMEL_CASE = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Ll}{2}[\\p{L}\\p{N}]*+");

    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Pattern UMLAUT = Pattern.compile("([AaOoUu])\\u0308");
    private static final Pattern MARKS = Pattern.compile("\\p{M}++");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]++");

    private SnakeCase() {}

    /** The text itself when a rule takes it; else its words, spelled and cut as the rule wants, when it takes those. */
    static Optional<String> suggestion(NamingRule rule, String text, int longest, UnaryOperator<String> spelled) {
        if (rule.check(text).isEmpty()) {
            return Optional.of(text);
        }
        return of(text).map(spelled)
                .map(name -> name.substring(0, Math.min(longest, name.length())))
                .filter(name -> rule.check(name).isEmpty());
    }

    /**
     * Letters, digits and single underscores, beginning with a letter; nothing when no letter is left. Numbers that the
     * text begins with go to the end: {@code 2024 orders} is {@code orders_2024}.
     */
    static Optional<String> of(String text) {
        String parted = CAMEL_CASE
                .matcher(withoutMarks(text))
                .replaceAll(word -> HUMP.matcher(word.group()).replaceAll("_"));
        String words = trimmed(OTHER.matcher(parted.toLowerCase(Locale.ROOT)).replaceAll("_"));
        int letter = 0;
        while (letter < words.length() && !Character.isLetter(words.charAt(letter))) {
            letter++;
        }
        String numbers = trimmed(words.substring(0, letter));
        String name = words.substring(letter);
        return name.isEmpty() ? Optional.empty() : Optional.of(numbers.isEmpty() ? name : name + "_" + numbers);
    }

    /**
     * Umlauts as German spells them without: ä is ae; other letters lose their marks alone. Each character is
     * decomposed for itself, because putting thousands of marks in order takes the square of their number.
     */
    private static String withoutMarks(String text) {
        StringBuilder decomposed = new StringBuilder();
        text.codePoints()
                .mapToObj(c -> Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD))
                .forEach(decomposed::append);
        String spelled =
                UMLAUT.matcher(decomposed).replaceAll("$1e").replace("ß", "ss").replace("ẞ", "SS");
        return MARKS.matcher(spelled).replaceAll("");
    }

    /** Underscores stand alone, so there is at most one at each end. */
    private static String trimmed(String words) {
        int begin = words.startsWith("_") ? 1 : 0;
        int end = words.length() - (words.endsWith("_") ? 1 : 0);
        return words.substring(begin, Math.max(begin, end));
    }
}
