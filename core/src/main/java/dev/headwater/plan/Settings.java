package dev.headwater.plan;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has settings. Two are equal that have the same. Nobody changes one that has been handed out: a builder works on
 * a copy, and hands out a copy of that.
 *
 * @param <S> its own type
 */
abstract class Settings<S extends Settings<S>> implements Cloneable {

    /** All settings, in the order in which they are defined. */
    abstract List<@Nullable Object> values();

    @SuppressWarnings("unchecked")
    final S copy() {
        try {
            return (S) clone();
        } catch (CloneNotSupportedException never) {
            throw new AssertionError(never);
        }
    }

    /** A set with more codes. */
    static SortedSet<String> longer(SortedSet<String> set, String... codes) {
        TreeSet<String> longer = new TreeSet<>(set);
        Stream.of(Objects.requireNonNull(codes, "codes"))
                .map(code -> Objects.requireNonNullElse(code, ""))
                .forEach(longer::add);
        return Collections.unmodifiableSortedSet(longer);
    }

    /** A list with one more. */
    static <E> List<E> longer(List<E> list, E last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return getClass().isInstance(other) && values().equals(((Settings<?>) other).values());
    }

    @Override
    public final int hashCode() {
        return values().hashCode();
    }
}
