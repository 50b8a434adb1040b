package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import dev.headwater.read.YamlNode.Kind;
import java.util.List;
import java.util.Optional;

/** Goes down a document to the mapping that holds, or is to hold, a list; refuses where an edit would be a guess. */
final class YamlLocator {

    private static final int MOST_FOLLOWED = 100;

    private final YamlDocument document;

    YamlLocator(YamlDocument document) {
        this.document = document;
    }

    /** The block mapping at the end of a path. */
    YamlNode mapping(List<Address.Segment> path) {
        YamlNode at = editable(document.root()
                .orElseThrow(() -> new RefusedException(
                        "yaml.empty", 0, "The file is empty.", "Delete it, or write its first keys.")));
        for (Address.Segment segment : path) {
            YamlNode value = value(at, segment.key()).orElseThrow(() -> missing(segment));
            Address.Match match = segment.match().orElse(null);
            at = editable(match == null ? value : item(list(value, segment.key()), match, segment));
        }
        return at;
    }

    private static RefusedException missing(Address.Segment segment) {
        return new RefusedException(
                "yaml.missing-parent", 0, segment + " is not in the file.", "Add it first, or correct its name.");
    }

    private static YamlNode editable(YamlNode node) {
        if (node.kind() != Kind.MAPPING) {
            throw new RefusedException(
                    "yaml.not-a-mapping", node.line(), "There are no keys here.", "Write key: value lines.");
        }
        if (node.isFlow()) {
            throw new RefusedException(
                    "yaml.flow-parent", node.line(), "The keys stand in braces.", "Write them as lines of their own.");
        }
        return node;
    }

    /** A mapping's own value for a key. */
    Optional<YamlNode> value(YamlNode mapping, String key) {
        List<YamlNode.Entry> entries = mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .toList();
        if (entries.size() > 1) {
            throw new RefusedException(
                    "yaml.duplicate-key",
                    entries.get(1).key().line(),
                    "\"" + key + "\" is there twice.",
                    "Join the two.");
        }
        if (entries.isEmpty()) {
            if (merged(mapping, key, 0).isPresent()) {
                throw new RefusedException(
                        "yaml.merged-value",
                        mapping.line(),
                        "\"" + key + "\" comes from a merge key (<<).",
                        "Write it out in this place.");
            }
            return Optional.empty();
        }
        YamlNode value = entries.get(0).value();
        if (value.kind() == Kind.ALIAS) {
            throw new RefusedException(
                    "yaml.alias-value", value.line(), "\"" + key + "\" is an alias.", "Write it out in this place.");
        }
        return Optional.of(value);
    }

    /** A block list that may be edited. */
    YamlNode list(YamlNode value, String key) {
        if (value.kind() != Kind.SEQUENCE) {
            throw new RefusedException(
                    "yaml.not-a-sequence", value.line(), "\"" + key + "\" is not a list.", "Write it as a list.");
        }
        if (value.isFlow()) {
            throw new RefusedException(
                    "yaml.flow-sequence",
                    value.line(),
                    "\"" + key + ":\" is a list in brackets.",
                    "Write it as a block sequence, one item a line.");
        }
        return value;
    }

    private YamlNode item(YamlNode list, Address.Match match, Address.Segment segment) {
        YamlNode found = find(list, match).orElseThrow(() -> missing(segment));
        if (found.kind() == Kind.ALIAS) {
            throw new RefusedException(
                    "yaml.indirect-item", found.line(), segment + " is an alias.", "Write it out in this place.");
        }
        boolean own = found.kind() != Kind.MAPPING || found.get(match.key()).isPresent();
        if (!own) {
            throw new RefusedException(
                    "yaml.indirect-item",
                    found.line(),
                    "The " + match.key() + " of " + segment + " comes from elsewhere.",
                    "Write it out in this place.");
        }
        return found;
    }

    /** The list's item of a name, the name looked up through aliases and merge keys. */
    Optional<YamlNode> find(YamlNode list, Address.Match match) {
        List<YamlNode> found = list.items().stream()
                .filter(item -> lookup(document.resolve(item), match.key())
                        .filter(name -> name.text().equals(match.value()))
                        .isPresent())
                .toList();
        if (found.size() > 1) {
            throw new RefusedException(
                    "yaml.duplicate-name",
                    found.get(1).line(),
                    "Two items have the " + match.key() + " \"" + match.value() + "\".",
                    "Remove or rename one.");
        }
        return found.stream().findFirst();
    }

    /** A value by its key, looked up through aliases and merge keys. */
    Optional<YamlNode> lookup(YamlNode mapping, String key) {
        return mapping.get(key).map(document::resolve).or(() -> merged(mapping, key, 0));
    }

    private Optional<YamlNode> merged(YamlNode mapping, String key, int followed) {
        if (followed > MOST_FOLLOWED) {
            return Optional.empty();
        }
        return mapping.get("<<").stream()
                .map(document::resolve)
                .flatMap(merge -> merge.kind() == Kind.SEQUENCE
                        ? merge.items().stream().map(document::resolve)
                        : java.util.stream.Stream.of(merge))
                .flatMap(merge ->
                        merge.get(key).map(document::resolve).or(() -> merged(merge, key, followed + 1)).stream())
                .findFirst();
    }
}
