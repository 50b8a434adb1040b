package dev.headwater.terraform;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What can be read of a text, parts of which only Terraform can work out.
 *
 * @param parts its parts in order, empty where they cannot be read
 */
record ReadableText(List<Optional<String>> parts) {

    static final ReadableText NOTHING = new ReadableText(List.of(Optional.empty()));

    /** All of it; nothing when a part cannot be read. */
    Optional<String> text() {
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().flatMap(Optional::stream).collect(Collectors.joining()))
                : Optional.empty();
    }

    ReadableText as(UnaryOperator<String> stored) {
        return new ReadableText(parts.stream().map(part -> part.map(stored)).toList());
    }

    /** Whether something in place of what cannot be read gives a text. */
    boolean mayBe(String wanted) {
        int lastGap = parts.lastIndexOf(Optional.<String>empty());
        int at = 0;
        boolean isBehindGap = false;
        for (Optional<String> part : parts.subList(0, lastGap + 1)) {
            int found = part.isEmpty() ? at : wanted.indexOf(part.get(), at);
            if (found < 0 || found > at && !isBehindGap) {
                return false;
            }
            at = found + part.map(String::length).orElse(0);
            isBehindGap = part.isEmpty();
        }
        String end = parts.stream().skip(lastGap + 1L).flatMap(Optional::stream).collect(Collectors.joining());
        return lastGap < 0 ? wanted.equals(end) : wanted.length() - at >= end.length() && wanted.endsWith(end);
    }
}
