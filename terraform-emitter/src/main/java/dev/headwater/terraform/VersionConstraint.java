package dev.headwater.terraform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which versions of a provider Terraform may take (Terraform's page on version constraints). What cannot be read
 * restricts nothing.
 */
final class VersionConstraint {

    private static final Pattern PART = Pattern.compile("(!=|>=|<=|~>|>|<|=)?\\s*v?(\\d+(?:\\.\\d+){0,2})");
    private static final int NEXT_MAJORS = 10;
    private static final int MINORS = 200;

    private final List<MatchResult> parts;

    VersionConstraint(String text) {
        List<MatchResult> read = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (matcher.matches()) {
                read.add(matcher.toMatchResult());
            }
        }
        this.parts = List.copyOf(read);
    }

    /** Whether a version from this one on may be taken. */
    boolean allowsFrom(int major, int minor) {
        int[] least = {major, minor, 0};
        Stream<int[]> minors = IntStream.range(minor, MINORS).mapToObj(any -> new int[] {major, any, 0});
        Stream<int[]> majors =
                IntStream.rangeClosed(major + 1, major + NEXT_MAJORS).mapToObj(any -> new int[] {any, 0, 0});
        return Stream.of(minors, majors, named())
                .flatMap(versions -> versions)
                .filter(version -> Arrays.compare(version, least) >= 0)
                .anyMatch(this::allows);
    }

    /** Whether a version before this one may be taken. */
    boolean allowsBefore(int major, int minor) {
        int[] bound = {major, minor, 0};
        Stream<int[]> minors = IntStream.range(0, minor).mapToObj(any -> new int[] {major, any, MINORS});
        return Stream.concat(minors, named())
                .filter(version -> Arrays.compare(version, bound) < 0)
                .anyMatch(this::allows);
    }

    private Stream<int[]> named() {
        return parts.stream().map(part -> version(part.group(2)));
    }

    private boolean allows(int[] version) {
        return parts.stream().allMatch(part -> allows(part, version));
    }

    private static boolean allows(MatchResult part, int[] version) {
        String operator = part.group(1) == null ? "=" : part.group(1);
        int[] bound = version(part.group(2));
        int compared = Arrays.compare(version, bound);
        return switch (operator) {
            case "!=" -> compared != 0;
            case ">=" -> compared >= 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            case "<" -> compared < 0;
            case "~>" -> compared >= 0 && isBelowNext(part.group(2), version, bound);
            default -> compared == 0;
        };
    }

    /** Only the last number that is written may grow. */
    private static boolean isBelowNext(String written, int[] version, int[] bound) {
        int fixed = Math.max(0, written.split("\\.", -1).length - 1);
        return Arrays.equals(version, 0, fixed, bound, 0, fixed);
    }

    private static int[] version(String text) {
        int[] version = new int[3];
        String[] numbers = text.split("\\.", -1);
        for (int i = 0; i < numbers.length; i++) {
            version[i] = Integer.parseInt(numbers[i]);
        }
        return version;
    }
}
