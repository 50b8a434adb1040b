package dev.headwater.terraform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which names are likely spellings of others, such as {@code name} of {@code database_name} in a module of databases:
 * they have the same words, or one has all words of the other and few besides.
 */
final class LikelyNames {

    private static final Set<String> LITTLE = Set.of("to", "of", "for", "is", "the");

    private final String noun;

    /** @param noun what all the names are about, such as {@code database}; it tells none of them from another */
    LikelyNames(String noun) {
        this.noun = noun;
    }

    /** A name and a likely spelling of it. */
    private record Pair(String name, String candidate, int distance) {

        boolean shares(Pair other) {
            return name.equals(other.name) || candidate.equals(other.candidate);
        }
    }

    /**
     * The likely spelling of each name that has one which no other name may have as well.
     *
     * @param candidates for each name, what it may be
     */
    Map<String, String> of(Map<String, List<String>> candidates) {
        List<Pair> open = new ArrayList<>();
        candidates.forEach((name, all) -> all.forEach(candidate ->
                distance(name, candidate).ifPresent(distance -> open.add(new Pair(name, candidate, distance)))));
        open.sort(Comparator.comparingInt(Pair::distance));
        Map<String, String> likely = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            int least = open.get(0).distance();
            List<Pair> nearest =
                    open.stream().filter(pair -> pair.distance() == least).toList();
            nearest.stream()
                    .filter(pair -> nearest.stream().filter(pair::shares).count() == 1)
                    .forEach(pair -> likely.put(pair.name(), pair.candidate()));
            open.removeIf(pair -> nearest.stream().anyMatch(pair::shares));
        }
        return likely;
    }

    /** Names with what they are likely called, as {@code "name" for "database_name"}. */
    static String shown(Map<String, String> likely) {
        return likely.entrySet().stream()
                .map(one -> "\"" + one.getValue() + "\" for \"" + one.getKey() + "\"")
                .collect(Collectors.joining(", "));
    }

    private OptionalInt distance(String name, String candidate) {
        if (joined(name).equals(joined(candidate)) || telling(name).equals(telling(candidate))) {
            return OptionalInt.of(0);
        }
        Set<String> wanted = words(name);
        if (words(candidate).containsAll(wanted) && joined(candidate).endsWith(joined(name))) {
            return few(words(candidate).size() - wanted.size(), wanted.size());
        }
        Set<String> fewer = telling(candidate);
        return telling(name).containsAll(fewer)
                ? few(telling(name).size() - fewer.size(), fewer.size())
                : OptionalInt.empty();
    }

    private static OptionalInt few(int besides, int common) {
        return besides <= common ? OptionalInt.of(besides) : OptionalInt.empty();
    }

    /** The words without the noun; the noun alone is a name. */
    private Set<String> telling(String name) {
        Set<String> words = words(name);
        words.remove(noun);
        return words.isEmpty() ? Set.of("name") : words;
    }

    private static Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(lower(name).split("[._-]")));
        words.removeAll(LITTLE);
        return words;
    }

    private static String joined(String name) {
        return lower(name).replaceAll("[._-]", "");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
