package dev.headwater.document.edit;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ListValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a wanted block asks for and the block that is there does not say. What it says besides is nobody's business. */
public final class HclDifference {

    private static final int LONGEST_VALUE = 120;

    private HclDifference() {}

    /** One clause a difference, such as {@code "a" in line 3 is 1, not 2}. */
    public static List<String> between(HclBlock wanted, HclBlock present) {
        List<String> differences = new ArrayList<>();
        for (HclAttribute attribute : wanted.attributes()) {
            difference(attribute, present).ifPresent(differences::add);
        }
        List<HclBlock> others = new ArrayList<>(present.blocks());
        for (HclBlock nested : wanted.blocks()) {
            differences.addAll(between(nested, others));
        }
        return differences;
    }

    private static Optional<String> difference(HclAttribute wanted, HclBlock present) {
        Optional<HclAttribute> found = present.attribute(wanted.name());
        if (found.isEmpty()) {
            return Optional.of("\"" + wanted.name() + "\" is missing, which should be " + shown(wanted));
        }
        HclAttribute other = found.orElseThrow();
        return wanted.value().equals(other.value()) || isExtended(wanted.value(), other.value())
                ? Optional.empty()
                : Optional.of("\"" + wanted.name() + "\" in line " + other.line() + " is " + shown(other) + ", not "
                        + shown(wanted));
    }

    /** A list to which somebody added elements, before, between or behind. */
    private static boolean isExtended(HclExpression wanted, HclExpression other) {
        if (!(wanted instanceof ListValue list && other instanceof ListValue there)
                || list.elements().isEmpty()) {
            return false;
        }
        Iterator<HclExpression> rest = there.elements().iterator();
        return list.elements().stream().allMatch(element -> skipTo(element, rest));
    }

    private static boolean skipTo(HclExpression element, Iterator<HclExpression> rest) {
        while (rest.hasNext()) {
            if (rest.next().equals(element)) {
                return true;
            }
        }
        return false;
    }

    /** Nested blocks keep their order, with other people's before, between and behind them. */
    private static List<String> between(HclBlock wanted, List<HclBlock> others) {
        List<HclBlock> alike = others.stream()
                .filter(other -> other.is(wanted.type(), wanted.labels()))
                .toList();
        for (HclBlock other : alike) {
            if (between(wanted, other).isEmpty()) {
                others.subList(0, others.indexOf(other) + 1)
                        .removeIf(passed -> passed.type().equals(wanted.type()));
                return List.of();
            }
        }
        if (alike.isEmpty()) {
            return List.of("the block \"" + wanted.type() + "\" is missing");
        }
        return between(wanted, alike.get(0)).stream()
                .map(difference -> difference + " (in the block \"" + wanted.type() + "\" of line "
                        + alike.get(0).line() + ")")
                .toList();
    }

    private static String shown(HclAttribute attribute) {
        String line = attribute.expression().strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
