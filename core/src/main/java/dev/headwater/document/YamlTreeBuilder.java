package dev.headwater.document;

import dev.headwater.document.YamlNode.Alias;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Place;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.document.YamlNode.Sequence;
import dev.headwater.document.YamlNode.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Makes the tree of one document from the parser's events. Not thread-safe. */
final class YamlTreeBuilder {

    private static final int DEEPEST = 200;
    private static final long LARGEST_EXPANSION = 1_000_000;
    private static final Pattern COMMON_ANCHOR = Pattern.compile("[0-9A-Za-z_-]+");

    /** A node with what following its aliases would cost. */
    private record Built(YamlNode node, int depth, long size, long expanded) {}

    private record Open(CollectionStartEvent start, List<Built> children) {}

    private final MarkedText text;
    private final TabGuard tabs;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Optional<Built>> anchors = new HashMap<>();
    private final List<Entry> repeated = new ArrayList<>();
    private @Nullable YamlNode root;
    private boolean started;

    YamlTreeBuilder(MarkedText text, TabGuard tabs) {
        this.text = text;
        this.tabs = tabs;
    }

    Optional<YamlNode> root() {
        return Optional.ofNullable(root);
    }

    /** What {@link YamlDocument#repeated} says. */
    List<Entry> repeated() {
        return repeated.stream()
                .sorted(Comparator.comparingInt(entry -> entry.key().place().start()))
                .toList();
    }

    void accept(Event event) {
        if (event instanceof DocumentStartEvent) {
            startDocument(event);
        } else if (event instanceof CollectionStartEvent collection) {
            open(collection);
        } else if (event instanceof ScalarEvent scalar) {
            add(leaf(scalar(scalar)), scalar.getAnchor());
        } else if (event instanceof AliasEvent alias) {
            add(alias(alias), Optional.empty());
        } else if (event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd) {
            Open closed = open.pop();
            add(collection(closed, event), closed.start().getAnchor());
        }
    }

    private void startDocument(Event event) {
        if (started) {
            throw refusal(
                    "yaml.multi-document", event, "A second document starts here.", "Keep one document in this file.");
        }
        started = true;
    }

    private void open(CollectionStartEvent start) {
        if (open.size() >= DEEPEST) {
            throw tooDeep(start);
        }
        start.getAnchor().ifPresent(anchor -> declare(anchor, start));
        open.push(new Open(start, new ArrayList<>()));
    }

    private void declare(Anchor anchor, Event at) {
        if (!COMMON_ANCHOR.matcher(anchor.getValue()).matches()) {
            throw refusal(
                    "yaml.dialect",
                    at,
                    "Not every reader takes the anchor '" + anchor.getValue() + "'.",
                    "Use letters without accents, digits, '-' and '_' only.");
        }
        if (anchors.put(anchor.getValue(), Optional.empty()) != null) {
            throw refusal(
                    "yaml.duplicate-anchor",
                    at,
                    "The anchor '" + anchor.getValue() + "' is declared twice, which PyYAML refuses.",
                    "Rename one.");
        }
    }

    private Scalar scalar(ScalarEvent event) {
        event.getAnchor().ifPresent(anchor -> declare(anchor, event));
        Style style = style(event);
        boolean inFlow = !open.isEmpty() && open.element().start().isFlow();
        if (inFlow && style == Style.PLAIN && event.getValue().indexOf('?') >= 0) {
            throw refusal(
                    "yaml.dialect",
                    event,
                    "Not every reader takes a question mark without quotes between brackets.",
                    "Quote the text.");
        }
        Place place = style.isBlock() ? text.blockScalar(event) : text.whole(event);
        if (style.isBlock()) {
            tabs.allow(text.blockScalarContent(event), text.offset(text.end(event)));
        } else if (style != Style.PLAIN) {
            tabs.allow(place.start(), place.end());
        }
        return new Scalar(place, event.getAnchor().map(Anchor::getValue), event.getTag(), style, event.getValue());
    }

    private static Style style(ScalarEvent event) {
        return switch (event.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
            case LITERAL -> Style.LITERAL;
            case FOLDED -> Style.FOLDED;
        };
    }

    private Built alias(AliasEvent event) {
        String name = event.getAlias().getValue();
        if (!anchors.containsKey(name)) {
            throw refusal(
                    "yaml.undefined-alias",
                    event,
                    "The alias '*" + name + "' has no anchor before it.",
                    "Declare '&" + name + "' or remove the alias.");
        }
        Built target = anchors.get(name)
                .orElseThrow(() -> refusal(
                        "yaml.alias-loop",
                        event,
                        "The alias '*" + name + "' refers to what it stands in.",
                        "Remove it."));
        return new Built(new Alias(text.whole(event), name, target.node()), target.depth(), 1, target.expanded());
    }

    private Built collection(Open closed, Event end) {
        CollectionStartEvent start = closed.start();
        List<Built> children = closed.children();
        YamlNode node = start instanceof MappingStartEvent ? mapping(closed, end) : sequence(closed, end);
        int depth = 1 + children.stream().mapToInt(Built::depth).max().orElse(0);
        long size = 1 + children.stream().mapToLong(Built::size).sum();
        long expanded = 1 + children.stream().mapToLong(Built::expanded).sum();
        if (depth > DEEPEST) {
            throw tooDeep(start);
        }
        if (expanded - size > LARGEST_EXPANSION) {
            throw refusal(
                    "yaml.alias-bomb",
                    start,
                    "With its aliases followed this has more than a million values.",
                    "Write out fewer aliases.");
        }
        return new Built(node, depth, size, expanded);
    }

    private Sequence sequence(Open closed, Event end) {
        CollectionStartEvent start = closed.start();
        List<YamlNode> items = closed.children().stream().map(Built::node).toList();
        Place place = start.isFlow()
                ? text.between(text.start(start), text.offset(text.end(end)))
                : text.firstDash(start, items.get(items.size() - 1).place().end());
        return new Sequence(place, start.getAnchor().map(Anchor::getValue), start.getTag(), start.isFlow(), items);
    }

    private Mapping mapping(Open closed, Event end) {
        CollectionStartEvent start = closed.start();
        List<Entry> entries = entries(closed);
        Place place = start.isFlow() ? text.between(text.start(start), text.offset(text.end(end))) : around(entries);
        Mapping mapping =
                new Mapping(place, start.getAnchor().map(Anchor::getValue), start.getTag(), start.isFlow(), entries);
        repeated.addAll(mapping.repeated());
        return mapping;
    }

    private static Place around(List<Entry> entries) {
        Place first = entries.get(0).key().place();
        int end = entries.get(entries.size() - 1).value().place().end();
        return new Place(first.line(), first.column(), first.start(), end);
    }

    private static List<Entry> entries(Open closed) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < closed.children().size(); i += 2) {
            YamlNode key = closed.children().get(i).node();
            if (!(key instanceof Scalar scalar) || key.tag().isPresent()) {
                throw new DocumentException(
                        "yaml.complex-key",
                        key.line(),
                        "A key is a collection, an alias or has a tag.",
                        "Quote the text if it is a template such as {{ x }}.");
            }
            Entry entry = new Entry(scalar, closed.children().get(i + 1).node());
            if (entry.isMerge()) {
                entry.merged();
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Built leaf(YamlNode node) {
        return new Built(node, 1, 1, 1);
    }

    private void add(Built built, Optional<Anchor> anchor) {
        anchor.ifPresent(name -> anchors.put(name.getValue(), Optional.of(built)));
        if (open.isEmpty()) {
            root = built.node();
        } else {
            open.element().children().add(built);
        }
    }

    private DocumentException tooDeep(Event at) {
        return refusal("yaml.too-deep", at, "This is nested more than " + DEEPEST + " levels deep.", "Flatten it.");
    }

    private DocumentException refusal(String code, Event at, String problem, String hint) {
        return new DocumentException(code, MarkedText.line(text.start(at)), problem, hint);
    }
}
