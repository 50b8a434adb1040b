package dev.headwater.reconcile;

import dev.headwater.emit.Address.Match;
import dev.headwater.emit.Address.Segment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where an item of a YAML file belongs, such as {@code sources[name=dlt_hubspot].tables[name=contacts]}. */
record ItemPath(List<Segment> steps) {

    ItemPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("An item path has at least one step.");
        }
    }

    /** Which item of its list the last step goes to. */
    Match match() {
        return last().match().orElseThrow();
    }

    Segment last() {
        return steps.get(steps.size() - 1);
    }

    ItemPath prefix(int length) {
        return new ItemPath(steps.subList(0, length));
    }

    /** The paths of the items that hold this one, the outermost first. */
    Stream<ItemPath> holders() {
        return IntStream.range(1, steps.size()).mapToObj(this::prefix);
    }

    ItemPath relativeTo(ItemPath ancestor) {
        return new ItemPath(steps.subList(ancestor.steps.size(), steps.size()));
    }

    /** The path of the item that holds this one. */
    Optional<ItemPath> parent() {
        return steps.size() == 1 ? Optional.empty() : Optional.of(prefix(steps.size() - 1));
    }

    @Override
    public String toString() {
        return steps.stream().map(Segment::toString).collect(Collectors.joining("."));
    }
}
