package dev.headwater.document.edit;

import dev.headwater.document.PathSegment;
import dev.headwater.document.PathSegment.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where an item of a YAML file belongs, such as {@code sources[name=dlt_hubspot].tables[name=contacts]}. */
public record ItemPath(List<PathSegment> steps) {

    public ItemPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("An item path has at least one step.");
        }
    }

    /** Which item of its list the last step goes to. */
    public Match match() {
        return last().match().orElseThrow();
    }

    public PathSegment last() {
        return steps.get(steps.size() - 1);
    }

    ItemPath prefix(int length) {
        return new ItemPath(steps.subList(0, length));
    }

    /** The paths of the items that hold this one, the outermost first. */
    public Stream<ItemPath> holders() {
        return IntStream.range(1, steps.size()).mapToObj(this::prefix);
    }

    ItemPath relativeTo(ItemPath ancestor) {
        return new ItemPath(steps.subList(ancestor.steps.size(), steps.size()));
    }

    /** The path of the item that holds this one. */
    public Optional<ItemPath> parent() {
        return steps.size() == 1 ? Optional.empty() : Optional.of(prefix(steps.size() - 1));
    }

    @Override
    public String toString() {
        return steps.stream().map(PathSegment::toString).collect(Collectors.joining("."));
    }
}
