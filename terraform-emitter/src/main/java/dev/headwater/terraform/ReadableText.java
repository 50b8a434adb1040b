package dev.headwater.terraform;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be read of a text, parts of which only Terraform can work out.
 *
 * @param start how it begins
 * @param end how it ends
 * @param isWhole whether its beginning is all of it
 */
record ReadableText(String start, String end, boolean isWhole) {

    static final ReadableText NOTHING = new ReadableText("", "", false);

    /** @param parts its parts, empty where they cannot be read */
    static ReadableText of(List<Optional<String>> parts) {
        int lastGap = parts.lastIndexOf(Optional.<String>empty());
        return new ReadableText(
                joined(parts.stream().takeWhile(Optional::isPresent)),
                joined(parts.stream().skip(lastGap + 1L)),
                lastGap < 0);
    }

    private static String joined(Stream<Optional<String>> parts) {
        return parts.flatMap(Optional::stream).collect(Collectors.joining());
    }

    ReadableText as(UnaryOperator<String> stored) {
        return new ReadableText(stored.apply(start), stored.apply(end), isWhole);
    }

    boolean mayBe(String text) {
        return isWhole ? text.equals(start) : text.startsWith(start) && text.endsWith(end);
    }
}
