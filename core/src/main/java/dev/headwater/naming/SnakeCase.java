package dev.headwater.naming;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes a lower-case name with underscores of what a person typed. */
final class SnakeCase {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

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

    /** Letters, digits and single underscores, beginning with a letter; nothing when no letter is left. */
    static Optional<String> of(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = HUMP.matcher(plain).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
        String words = OTHER.matcher(lower).replaceAll("_");
        String trimmed = words.replaceAll("^[_0-9]+|_+$", "");
        return trimmed.isEmpty() ? Optional.empty() : Optional.of(trimmed);
    }
}
