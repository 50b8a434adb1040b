package dev.headwater.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A node of a YAML document, with the place where it stands. Aliases are nodes of their own; see
 * {@link YamlDocument#resolve}.
 */
public final class YamlNode {

    /** What YAML 1.1 or 1.2 readers take for a number, a date or a time. */
    private static final Pattern NUMBER_LIKE =
            Pattern.compile("[-+.]?[0-9][0-9a-fA-FxXoO_:.,eE+\\-TZtz ]*|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private static final Pattern WORD_LIKE = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~|<<|=|");

    private final Kind kind;
    private final String text;
    private final boolean plain;
    private final boolean flow;
    private final boolean decorated;
    private final List<Entry> entries;
    private final List<YamlNode> items;
    private final Place place;

    YamlNode(
            Kind kind,
            String text,
            boolean plain,
            boolean flow,
            boolean decorated,
            List<Entry> entries,
            List<YamlNode> items,
            Place place) {
        this.kind = kind;
        this.text = text;
        this.plain = plain;
        this.flow = flow;
        this.decorated = decorated;
        this.entries = entries;
        this.items = items;
        this.place = place;
    }

    /** What a node is. */
    public enum Kind {
        /** Text. */
        SCALAR,
        /** A list. */
        SEQUENCE,
        /** Entries. */
        MAPPING,
        /** A reference to an anchor. */
        ALIAS
    }

    /**
     * An entry of a mapping.
     *
     * @param key the key, a scalar
     * @param value the value
     */
    public record Entry(YamlNode key, YamlNode value) {}

    /**
     * Where a node stands.
     *
     * @param start offset of its first character
     * @param end offset behind its last character, where the parser says so; it may be too far for block collections
     * @param line line of its first character, from 1
     * @param column column of its first character, from 0
     * @param firstEvent index of its first event in {@link YamlDocument#events()}
     * @param lastEvent index of its last event
     */
    public record Place(int start, int end, int line, int column, int firstEvent, int lastEvent) {}

    /**
     * What the node is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * A scalar's value, or the name of the anchor that an alias refers to.
     *
     * @return the text; empty for collections
     */
    public String text() {
        return text;
    }

    /**
     * Whether every reader takes the node for a string.
     *
     * @return true for quoted and block scalars, and for plain ones that look like nothing else
     */
    public boolean isString() {
        return kind == Kind.SCALAR
                && (!plain
                        || (!WORD_LIKE.matcher(text).matches()
                                && !NUMBER_LIKE.matcher(text).matches()));
    }

    /**
     * Whether the value is missing, or a plain null.
     *
     * @return true for nothing, {@code ~} and {@code null}
     */
    public boolean isNull() {
        return kind == Kind.SCALAR && plain && (text.isEmpty() || "~".equals(text) || "null".equalsIgnoreCase(text));
    }

    /**
     * Whether a collection is written in brackets.
     *
     * @return true for flow style
     */
    public boolean isFlow() {
        return flow;
    }

    /**
     * Whether the node carries an anchor or a tag.
     *
     * @return true when it does
     */
    public boolean isDecorated() {
        return decorated;
    }

    /**
     * A mapping's entries.
     *
     * @return the entries, in order; empty for other nodes
     */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * A list's items.
     *
     * @return the items, in order; empty for other nodes
     */
    public List<YamlNode> items() {
        return items;
    }

    /**
     * A mapping's own value for a key; merge keys are not looked through.
     *
     * @param key the key
     * @return the first value of that key
     */
    public Optional<YamlNode> get(String key) {
        return entries.stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(Entry::value)
                .findFirst();
    }

    /**
     * Where the node stands.
     *
     * @return the place
     */
    public Place place() {
        return place;
    }

    /**
     * Where the node starts.
     *
     * @return the line, from 1
     */
    public int line() {
        return place.line();
    }
}
