package dev.headwater.naming;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of dlt sources, datasets and resources, which must be what dlt's default naming convention ({@code snake_case},
 * dlt 1.31) makes of them: otherwise the name in the warehouse is another one, and two names can silently become one
 * table. At most 255 characters, so that dlt does not shorten them.
 */
public record DltName() implements NamingRule {

    private static final Pattern FIXED_POINT = Pattern.compile("[a-z][a-z0-9]*+(?:_[a-z0-9]++)*+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-zA-Z0-9_\\p{Nd}]+");
    private static final Pattern WORD_AFTER_OTHER = Pattern.compile("([^_])([A-Z][a-z]+)");
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern UNDERSCORES = Pattern.compile("__+");
    private static final int LONGEST = 255;

    @Override
    public String target() {
        return "dlt name";
    }

    @Override
    public List<Fault> check(String name) {
        Faults faults = new Faults();
        faults.add(
                "name.dlt.changed",
                !FIXED_POINT.matcher(name).matches(),
                "is changed by dlt, which keeps lower-case words of letters and digits joined by single _");
        faults.add(
                "name.dlt.length",
                name.length() > LONGEST,
                "is longer than " + LONGEST + " characters, and dlt shortens it");
        return faults.found();
    }

    @Override
    public Optional<String> suggest(String text) {
        return SnakeCase.suggestion(this, text, Integer.MAX_VALUE, name -> name);
    }

    /**
     * What dlt makes of one word of a name, in which two underscores become one. Longer results than 255 characters are
     * not shortened here.
     *
     * @param name any name that is not blank
     * @return the word in the warehouse
     */
    public static String normalise(String name) {
        String words = name.strip()
                .replace('+', 'x')
                .replace('*', 'x')
                .replace('-', '_')
                .replace('@', 'a')
                .replace('|', 'l');
        String plain = NOT_A_WORD.matcher(words).replaceAll("_");
        String parted = WORD_AFTER_OTHER.matcher(plain).replaceAll("$1_$2");
        String lower = HUMP.matcher(parted).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
        String started = !lower.isEmpty() && Character.isDigit(lower.charAt(0)) ? "_" + lower : lower;
        int end = started.length();
        while (end > 0 && started.charAt(end - 1) == '_') {
            end--;
        }
        String ended = started.substring(0, end) + "x".repeat(started.length() - end);
        return UNDERSCORES.matcher(ended).replaceAll("_");
    }

    /**
     * The column that dlt makes of a raw field: each key goes through dlt's naming convention, nesting becomes two
     * underscores (seen with dlt 1.31).
     *
     * @param path raw field, nesting with dots, such as {@code properties.createdAt}
     * @return such as {@code properties__created_at}
     */
    public static String column(String path) {
        return Arrays.stream(path.split("\\.", -1)).map(DltName::normalisePath).collect(Collectors.joining("__"));
    }

    /**
     * What dlt makes of the name of a table, or of a field: two underscores stay, because they part words.
     *
     * @param name any name that is not blank
     * @return the name in the warehouse
     */
    public static String normalisePath(String name) {
        return Arrays.stream(name.strip().split("__", -1))
                .filter(part -> !part.isBlank())
                .map(DltName::normalise)
                .collect(Collectors.joining("__"));
    }
}
