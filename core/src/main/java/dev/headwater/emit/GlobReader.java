package dev.headwater.emit;

import dev.headwater.emit.Glob.Directories;
import dev.headwater.emit.Glob.OneOf;
import dev.headwater.emit.Glob.Part;
import dev.headwater.emit.Glob.Run;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Reads a pattern as git does. A pattern that git takes for broken matches nothing. */
final class GlobReader {

    private static final int BYTES = 256;
    private static final String SPECIAL = "*?[\\";

    private static final Map<String, IntPredicate> CLASSES = Map.ofEntries(
            Map.entry("alnum", c -> isLetter(c) || isDigit(c)),
            Map.entry("alpha", GlobReader::isLetter),
            Map.entry("blank", c -> c == ' ' || c == '\t'),
            Map.entry("cntrl", c -> c < ' ' || c == 0x7F),
            Map.entry("digit", GlobReader::isDigit),
            Map.entry("graph", c -> c > ' ' && c < 0x7F),
            Map.entry("lower", c -> c >= 'a' && c <= 'z'),
            Map.entry("print", c -> c >= ' ' && c < 0x7F),
            Map.entry("punct", c -> c > ' ' && c < 0x7F && !isLetter(c) && !isDigit(c)),
            Map.entry("space", c -> c == ' ' || c == '\t' || c == '\n' || c == '\r'),
            Map.entry("upper", c -> c >= 'A' && c <= 'Z'),
            Map.entry("xdigit", c -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));

    private final String pattern;
    private int start;
    private int at;

    private GlobReader(String pattern) {
        this.pattern = pattern;
    }

    static Glob read(String pattern) {
        return new GlobReader(pattern).read();
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private Glob read() {
        while (isInside() && SPECIAL.indexOf(here()) < 0) {
            at++;
        }
        start = at;
        List<Part> parts = new ArrayList<>();
        while (isInside()) {
            parts.add(part().orElseGet(this::nothing));
        }
        return new Glob(pattern.substring(0, start), parts);
    }

    private boolean isInside() {
        return at < pattern.length();
    }

    private char here() {
        return pattern.charAt(at);
    }

    private Part nothing() {
        at = pattern.length();
        return new OneOf(new BitSet());
    }

    /** The next part; nothing when the pattern is broken. */
    private Optional<Part> part() {
        char c = here();
        if (c == '*') {
            return Optional.of(stars());
        }
        if (c == '[') {
            at++;
            return bracket().map(OneOf::new);
        }
        if (c == '?') {
            at++;
            return Optional.of(new OneOf(allBut(new BitSet())));
        }
        return literal().map(literal -> new OneOf(set(literal)));
    }

    private Part stars() {
        int first = at;
        while (isInside() && here() == '*') {
            at++;
        }
        boolean several = at - first > 1;
        boolean begins = first == start || pattern.charAt(first - 1) == '/';
        boolean ends = !isInside() || here() == '/' || pattern.startsWith("\\/", at);
        if (!several || !begins || !ends) {
            return new Run(false);
        }
        if (isInside() && here() == '/') {
            at++;
            return new Directories();
        }
        return new Run(true);
    }

    /** One character, which may be escaped. */
    private Optional<Integer> literal() {
        if (isInside() && here() == '\\') {
            at++;
        }
        return isInside() ? Optional.of((int) pattern.charAt(at++)) : Optional.empty();
    }

    private static BitSet set(int value) {
        BitSet set = new BitSet();
        set.set(value);
        return set;
    }

    private static BitSet allBut(BitSet bytes) {
        BitSet others = (BitSet) bytes.clone();
        others.flip(0, BYTES);
        others.clear('/');
        return others;
    }

    private Optional<BitSet> bracket() {
        boolean negated = isInside() && (here() == '!' || here() == '^');
        if (negated) {
            at++;
        }
        BitSet bytes = new BitSet();
        Optional<Integer> rangeStart = Optional.empty();
        int first = at;
        while (isInside() && (here() != ']' || at == first)) {
            if (isNamedClass()) {
                Optional<BitSet> named = namedClass();
                if (named.isEmpty()) {
                    return Optional.empty();
                }
                bytes.or(named.orElseThrow());
                rangeStart = Optional.empty();
            } else if (rangeStart.isPresent() && isRange()) {
                at++;
                int from = rangeStart.orElseThrow();
                literal().filter(to -> from <= to).ifPresent(to -> bytes.set(from, to + 1));
                rangeStart = Optional.empty();
            } else {
                rangeStart = literal();
                rangeStart.ifPresent(bytes::set);
            }
        }
        if (!isInside()) {
            return Optional.empty();
        }
        at++;
        bytes.clear('/');
        return Optional.of(negated ? allBut(bytes) : bytes);
    }

    private boolean isRange() {
        return here() == '-' && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
    }

    /** {@code [:} opens a class, unless the next {@code ]} comes without a colon of its own. */
    private boolean isNamedClass() {
        int end = pattern.indexOf(']', at + 2);
        return pattern.startsWith("[:", at) && (end < 0 || (end > at + 2 && pattern.charAt(end - 1) == ':'));
    }

    private Optional<BitSet> namedClass() {
        int end = pattern.indexOf(']', at + 2);
        String name = end < 0 ? "" : pattern.substring(at + 2, end - 1);
        at = end + 1;
        return Optional.ofNullable(CLASSES.get(name))
                .map(isIn -> IntStream.range(0, BYTES).filter(isIn).collect(BitSet::new, BitSet::set, BitSet::or));
    }
}
