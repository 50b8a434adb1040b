package dev.headwater.document.edit;

import dev.headwater.document.PathSegment;
import dev.headwater.document.PathSegment.Match;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items that are left out of a document, by their paths. */
public final class LeftOutItems {

    /** By the list's key, the key that tells its items apart, and its value in the item. */
    private final Map<String, Map<String, Map<String, LeftOutItems>>> below = new HashMap<>();

    private boolean isLeftOut;

    /** Nothing is left out. */
    public LeftOutItems() {}

    /**
     * Leaves an item of a list out.
     *
     * @param path the way down from the root, at each step to an item
     */
    public void add(List<PathSegment> path) {
        LeftOutItems here = this;
        for (PathSegment step : path) {
            Match match = step.match().orElse(Match.element(""));
            here = here.below
                    .computeIfAbsent(step.key(), any -> new HashMap<>())
                    .computeIfAbsent(match.key(), any -> new HashMap<>())
                    .computeIfAbsent(match.value(), any -> new LeftOutItems());
        }
        here.isLeftOut = true;
    }

    /**
     * What is left of a node.
     *
     * @param node the node
     * @return the same node when nothing below it is left out
     */
    public YamlNode from(YamlNode node) {
        if (below.isEmpty() || !(node.resolved() instanceof Mapping mapping)) {
            return node;
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            Map<String, Map<String, LeftOutItems>> ofList =
                    below.get(entry.key().text());
            entries.add(ofList == null ? entry : new Entry(entry.key(), items(entry.value(), ofList)));
        }
        return new Mapping(mapping.place(), mapping.anchor(), mapping.tag(), mapping.flow(), entries);
    }

    private static YamlNode items(YamlNode list, Map<String, Map<String, LeftOutItems>> ofList) {
        if (!(list.resolved() instanceof Sequence sequence)) {
            return list;
        }
        List<YamlNode> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            Optional<LeftOutItems> found = ofList.entrySet().stream()
                    .flatMap(byKey -> item.value(byKey.getKey()).flatMap(YamlNode::string).stream()
                            .flatMap(value ->
                                    Optional.ofNullable(byKey.getValue().get(value)).stream()))
                    .findFirst();
            if (found.isEmpty()) {
                items.add(item);
            } else if (!found.get().isLeftOut) {
                items.add(found.get().from(item));
            }
        }
        return new Sequence(sequence.place(), sequence.anchor(), sequence.tag(), sequence.flow(), items);
    }
}
