package dev.headwater.document;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a YAML document as it is written: styles, anchors and aliases are kept, nothing is converted.
 *
 * <p>Whoever asks what a document says uses {@link #value}, {@link #elements}, {@link #string} and
 * {@link Mapping#merged}, which never fail: of a key that is written twice they take the last value, as PyYAML does, by
 * which Prefect and dbt read. Whoever changes a document uses {@link Mapping#entry} and {@link Mapping#get}, which
 * refuse such a key.
 */
public sealed interface YamlNode {

    /**
     * Where a node stands. A block collection starts at its first dash or key and ends with its last leaf; neither
     * comments nor blank lines after it belong to it.
     *
     * @param line the line, from 1
     * @param column how many characters stand before it on its line
     * @param start index of its first character in the text
     * @param end index after its last character in the text
     */
    record Place(int line, int column, int start, int end) {}

    /** How a scalar is written. */
    enum Style {
        /** Without quotes. */
        PLAIN,
        /** In single quotes. */
        SINGLE_QUOTED,
        /** In double quotes. */
        DOUBLE_QUOTED,
        /** A block after {@code |}. */
        LITERAL,
        /** A block after <code>&gt;</code>. */
        FOLDED;

        /**
         * Whether it is one of the two block styles.
         *
         * @return true for literal and folded
         */
        public boolean isBlock() {
            return this == LITERAL || this == FOLDED;
        }
    }

    /**
     * Where it stands.
     *
     * @return its place
     */
    Place place();

    /**
     * The name under which aliases refer to it.
     *
     * @return the anchor, without {@code &}
     */
    Optional<String> anchor();

    /**
     * The type that is written before it.
     *
     * @return the tag, in full
     */
    Optional<String> tag();

    /**
     * The line where it starts.
     *
     * @return the line, from 1
     */
    default int line() {
        return place().line();
    }

    /**
     * Itself, or what it is an alias of.
     *
     * @return a node that is no alias
     */
    default YamlNode resolved() {
        return this;
    }

    /**
     * A mapping's value for a key, as a reader of the document sees it.
     *
     * @param key the key
     * @return the value, never an alias; nothing for nodes that are no mapping
     */
    default Optional<YamlNode> value(String key) {
        return resolved() instanceof Mapping mapping ? mapping.find(key) : Optional.empty();
    }

    /**
     * A sequence's items, as a reader of the document sees them.
     *
     * @return the items, none of them an alias; nothing for nodes that are no sequence
     */
    default List<YamlNode> elements() {
        return resolved() instanceof Sequence sequence
                ? sequence.items().stream().map(YamlNode::resolved).toList()
                : List.of();
    }

    /**
     * What a scalar says.
     *
     * @return the text; nothing for other nodes
     */
    default Optional<String> string() {
        return resolved() instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    /**
     * A key and its value.
     *
     * @param key the key
     * @param value the value
     */
    record Entry(Scalar key, YamlNode value) {

        boolean isMerge() {
            return key.style() == Style.PLAIN
                    && key.tag().isEmpty()
                    && key.text().equals("<<");
        }

        List<Mapping> merged() {
            YamlNode merged = value.resolved();
            List<YamlNode> several = merged instanceof Sequence sequence ? sequence.items() : List.of(merged);
            return several.stream()
                    .map(YamlNode::resolved)
                    .map(Entry::requireMapping)
                    .toList();
        }

        private static Mapping requireMapping(YamlNode merged) {
            if (merged instanceof Mapping mapping) {
                return mapping;
            }
            throw new DocumentException(
                    "yaml.merge", merged.line(), "Only a mapping can be merged with <<.", "Name the anchor of one.");
        }
    }

    /**
     * Keys with values.
     *
     * @param place where it stands
     * @param anchor its anchor
     * @param tag its tag
     * @param flow whether it is written in braces
     * @param entries its own entries as written, {@code <<} among them
     */
    record Mapping(Place place, Optional<String> anchor, Optional<String> tag, boolean flow, List<Entry> entries)
            implements YamlNode {

        /**
         * A mapping.
         *
         * @param place where it stands
         * @param anchor its anchor
         * @param tag its tag
         * @param flow whether it is written in braces
         * @param entries its own entries as written
         */
        public Mapping {
            entries = List.copyOf(entries);
        }

        /**
         * The one entry it has itself for a key.
         *
         * @param key the key
         * @return the entry, if there is one
         * @throws DocumentException if the key is written twice
         */
        public Optional<Entry> entry(String key) {
            List<Entry> found = entries(key);
            if (found.size() > 1) {
                throw duplicate(found.get(1));
            }
            return found.stream().findFirst();
        }

        /**
         * All entries it has itself for a key.
         *
         * @param key the key
         * @return the entries in their order; more than one where the key is written twice
         */
        public List<Entry> entries(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .toList();
        }

        /**
         * The entries whose keys are written in it before.
         *
         * @return the entries in their order
         */
        public List<Entry> repeated() {
            Set<String> keys = new HashSet<>();
            return entries.stream()
                    .filter(entry -> !entry.isMerge() && !keys.add(entry.key().text()))
                    .toList();
        }

        /**
         * Refuses a mapping in which a key is written twice.
         *
         * @throws DocumentException if there is one
         */
        public void requireEachKeyOnce() {
            repeated().stream().findFirst().ifPresent(again -> {
                throw duplicate(again);
            });
        }

        /**
         * The value it has itself for a key, which may be an alias.
         *
         * @param key the key
         * @return the value as written, if there is one
         * @throws DocumentException if the key is written twice
         */
        public Optional<YamlNode> get(String key) {
            return entry(key).map(Entry::value);
        }

        /**
         * The value for a key as a reader of the document sees it: also from a mapping that is merged in with
         * {@code <<}, with an alias followed. Of several entries for a key the last one counts.
         *
         * @param key the key
         * @return the value, never an alias
         */
        public Optional<YamlNode> find(String key) {
            List<Entry> own = entries(key);
            if (!own.isEmpty()) {
                return Optional.of(own.get(own.size() - 1).value().resolved());
            }
            return merges().stream()
                    .flatMap(merged -> merged.find(key).stream())
                    .findFirst();
        }

        /**
         * Everything in it as a reader of the document sees it: its own entries, then what is merged in with
         * {@code <<}. Of several entries for a key the last one counts.
         *
         * @return values by key, none of them an alias
         */
        public Map<String, YamlNode> merged() {
            Map<String, YamlNode> values = new LinkedHashMap<>();
            entries.stream()
                    .filter(entry -> !entry.isMerge())
                    .forEach(entry ->
                            values.put(entry.key().text(), entry.value().resolved()));
            merges().forEach(mapping -> mapping.merged().forEach(values::putIfAbsent));
            return values;
        }

        private List<Mapping> merges() {
            return entries.stream()
                    .filter(Entry::isMerge)
                    .flatMap(entry -> entry.merged().stream())
                    .toList();
        }

        private static DocumentException duplicate(Entry again) {
            return new DocumentException(
                    "yaml.duplicate-key",
                    again.key().line(),
                    "The key '" + again.key().text() + "' is written twice in one mapping.",
                    "Keep one of them.");
        }
    }

    /**
     * Items in order.
     *
     * @param place where it stands
     * @param anchor its anchor
     * @param tag its tag
     * @param flow whether it is written in brackets
     * @param items its items
     */
    record Sequence(Place place, Optional<String> anchor, Optional<String> tag, boolean flow, List<YamlNode> items)
            implements YamlNode {

        /**
         * A sequence.
         *
         * @param place where it stands
         * @param anchor its anchor
         * @param tag its tag
         * @param flow whether it is written in brackets
         * @param items its items
         */
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A single value.
     *
     * @param place where it stands
     * @param anchor its anchor
     * @param tag its tag
     * @param style how it is written
     * @param text what it says, without quotes and escapes
     */
    record Scalar(Place place, Optional<String> anchor, Optional<String> tag, Style style, String text)
            implements YamlNode {

        /**
         * Whether every reader takes it as a string: quoted, a block, or plain text that is a number, boolean, date or
         * null neither in YAML 1.1 nor in 1.2.
         *
         * @return true if it is a string for certain
         */
        public boolean isString() {
            return tag.isEmpty() && (style != Style.PLAIN || PlainScalar.isString(text));
        }

        /**
         * Whether it is no value: nothing at all, {@code ~} or {@code null}.
         *
         * @return true if it is null
         */
        public boolean isNull() {
            return tag.isEmpty() && style == Style.PLAIN && PlainScalar.isNull(text);
        }
    }

    /**
     * A reference to a node that was written before.
     *
     * @param place where it stands
     * @param name the anchor, without {@code *}
     * @param target what stands there, never an alias
     */
    record Alias(Place place, String name, YamlNode target) implements YamlNode {

        @Override
        public Optional<String> anchor() {
            return Optional.empty();
        }

        @Override
        public Optional<String> tag() {
            return Optional.empty();
        }

        @Override
        public YamlNode resolved() {
            return target;
        }

        /** Compares place and name only: what it refers to may be large and stands elsewhere in the same document. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Alias alias && place.equals(alias.place) && name.equals(alias.name);
        }

        @Override
        public int hashCode() {
            return 31 * place.hashCode() + name.hashCode();
        }

        @Override
        public String toString() {
            return "*" + name;
        }
    }
}
