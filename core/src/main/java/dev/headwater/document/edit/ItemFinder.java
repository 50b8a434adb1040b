package dev.headwater.document.edit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.PathSegment;
import dev.headwater.document.PathSegment.Match;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds items as a reader of the document sees them: in whatever style, through aliases and merges. Each sequence is
 * gone through once, however many items are looked up in it. Not thread-safe.
 */
public final class ItemFinder {

    private final Mapping root;
    private final IdentityHashMap<Sequence, Map<String, Map<String, List<YamlNode>>>> indexes = new IdentityHashMap<>();

    public ItemFinder(Mapping root) {
        this.root = root;
    }

    public Optional<Mapping> find(ItemPath path) {
        Optional<Mapping> at = Optional.of(root);
        for (PathSegment step : path.steps()) {
            at = at.flatMap(parent -> find(parent, step)).map(item -> (Mapping) item.resolved());
        }
        return at;
    }

    /** The item as it is written in its sequence, so possibly an alias. */
    Optional<YamlNode> find(Mapping parent, PathSegment step) {
        return single(parent, step.key())
                .filter(Sequence.class::isInstance)
                .flatMap(sequence -> find((Sequence) sequence, step));
    }

    private Optional<YamlNode> find(Sequence sequence, PathSegment step) {
        Match match = step.match().orElseThrow();
        List<YamlNode> found = indexes.computeIfAbsent(sequence, any -> new HashMap<>())
                .computeIfAbsent(match.key(), itemKey -> index(sequence, itemKey))
                .getOrDefault(match.value(), List.of());
        if (found.size() > 1) {
            throw new DocumentException(
                    "yaml.duplicate-name",
                    found.get(1).line(),
                    "'" + match.value() + "' is there twice under '" + step.key() + "', first in line "
                            + found.get(0).line() + ".",
                    "Keep one of them.");
        }
        return found.stream().findFirst();
    }

    private static Map<String, List<YamlNode>> index(Sequence sequence, String itemKey) {
        Map<String, List<YamlNode>> byName = new HashMap<>();
        for (YamlNode item : sequence.items()) {
            name(item, itemKey)
                    .ifPresent(name -> byName.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(item));
        }
        return byName;
    }

    /** What an item of a sequence is called, if it is a mapping with a name. */
    static Optional<String> name(YamlNode item, String itemKey) {
        return Optional.of(item.resolved())
                .filter(Mapping.class::isInstance)
                .flatMap(mapping -> single((Mapping) mapping, itemKey))
                .filter(Scalar.class::isInstance)
                .map(name -> ((Scalar) name).text());
    }

    /** Where a key is written twice, an edit is not certain. */
    private static Optional<YamlNode> single(Mapping mapping, String key) {
        return mapping.entry(key).map(own -> own.value().resolved()).or(() -> mapping.find(key));
    }
}
