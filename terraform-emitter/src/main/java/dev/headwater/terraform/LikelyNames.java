package dev.headwater.terraform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private record Pair(String name, String candidate) {}

    /**
     * The likely spelling of each name that has one which no other name may have as well.
     *
     * @param candidates for each name, what it may be
     */
    Map<String, String> of(Map<String, List<String>> candidates) {
        SortedMap<Integer, List<Pair>> nearestFirst = new TreeMap<>();
        candidates.forEach((name, all) -> all.forEach(candidate -> distance(name, candidate)
                .ifPresent(distance -> nearestFirst
                        .computeIfAbsent(distance, any -> new ArrayList<>())
                        .add(new Pair(name, candidate)))));
        Map<String, String> likely = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        Set<String> taken = new LinkedHashSet<>();
        for (List<Pair> pairs : nearestFirst.values()) {
            List<Pair> open = pairs.stream()
                    .filter(pair -> !names.contains(pair.name()) && !taken.contains(pair.candidate()))
                    .toList();
            for (Pair pair : open) {
                if (isAlone(pair, open)) {
                    likely.put(pair.name(), pair.candidate());
                }
                names.add(pair.name());
                taken.add(pair.candidate());
            }
        }
        return likely;
    }

    /** Names with what they are likely called, as {@code "name" for "database_name"}. */
    static String shown(Map<String, String> likely) {
        return likely.entrySet().stream()
                .map(one -> "\"" + one.getValue() + "\" for \"" + one.getKey() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static boolean isAlone(Pair pair, List<Pair> pairs) {
        return pairs.stream()
                        .filter(other -> other.name().equals(pair.name())
                                || other.candidate().equals(pair.candidate()))
                        .count()
                == 1;
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
