package dev.headwater.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A YAML file of one document, read so that it can be edited: nodes know where they stand. What YAML 1.1 and 1.2
 * readers understand differently is refused.
 */
public final class YamlDocument {

    private static final int LARGEST = 64 * 1024 * 1024;

    private final String text;
    private final int offset;
    private final int[] charOf;
    private final List<String> events = new ArrayList<>();
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private final List<int[]> scalars = new ArrayList<>();
    private Optional<YamlNode> root = Optional.empty();

    private YamlDocument(String text) {
        this.text = text;
        this.offset = text.startsWith("\uFEFF") ? 1 : 0;
        this.charOf = charsOfCodePoints(text.substring(offset));
    }

    /**
     * Reads a file.
     *
     * @param text the file's text; a byte order mark may be its first character
     * @return the document
     * @throws UnreadableTextException with a code {@code yaml.*} when a reader would refuse it, or readers differ
     */
    public static YamlDocument parse(String text) {
        YamlDocument document = new YamlDocument(text);
        YamlDialect.check(text.substring(document.offset));
        document.read();
        YamlDialect.checkTabs(text, document.scalars);
        return document;
    }

    /**
     * The file's text.
     *
     * @return the text, with its byte order mark
     */
    public String text() {
        return text;
    }

    /**
     * The document's node.
     *
     * @return the root; empty when the file holds nothing but comments
     */
    public Optional<YamlNode> root() {
        return root;
    }

    /**
     * The parser's events, each with its anchor, tag, style and value.
     *
     * @return the events of the root, in order
     */
    public List<String> events() {
        return List.copyOf(events);
    }

    /**
     * Follows an alias.
     *
     * @param node any node
     * @return the node that an alias refers to; other nodes themselves
     */
    public YamlNode resolve(YamlNode node) {
        YamlNode target = node.kind() == YamlNode.Kind.ALIAS ? anchors.get(node.text()) : node;
        return target == null ? node : target;
    }

    private void read() {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(LARGEST)
                .build();
        try {
            Iterator<Event> parsed = new ParserImpl(settings, new StreamReader(settings, text.substring(offset)));
            while (parsed.hasNext()) {
                Event event = parsed.next();
                switch (event.getEventId()) {
                    case StreamStart, StreamEnd, DocumentStart, DocumentEnd -> {}
                    default -> root(event, parsed);
                }
            }
        } catch (MarkedYamlEngineException fault) {
            int line = fault.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new UnreadableTextException(
                    "yaml.syntax", line, "YAML does not allow this: " + fault.getProblem() + "; correct the line.");
        } catch (YamlEngineException fault) {
            throw new UnreadableTextException(
                    "yaml.syntax", 0, "YAML does not allow this: " + oneLine(fault.getMessage()) + "; correct it.");
        }
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private void root(Event event, Iterator<Event> rest) {
        if (root.isPresent()) {
            throw new UnreadableTextException(
                    "yaml.multi-document", mark(event).getLine() + 1, "The file holds two documents; split it.");
        }
        YamlNode node = node(event, rest);
        root = node.isNull() && node.place().start() == node.place().end() ? Optional.empty() : Optional.of(node);
    }

    private YamlNode node(Event event, Iterator<Event> rest) {
        int first = events.size();
        events.add(signature(event));
        Optional<String> anchor =
                event instanceof NodeEvent node ? node.getAnchor().map(Object::toString) : Optional.empty();
        if (event instanceof AliasEvent) {
            String name = anchor.orElse("");
            if (!anchors.containsKey(name)) {
                throw new UnreadableTextException(
                        "yaml.undefined-alias", mark(event).getLine() + 1, "*" + name + " is defined nowhere above.");
            }
            return leaf(YamlNode.Kind.ALIAS, name, false, false, event, first);
        }
        YamlNode node = event instanceof ScalarEvent scalar
                ? scalar(scalar, first)
                : collection((CollectionStartEvent) event, rest, first);
        anchor.ifPresent(name -> anchors.put(name, node));
        return node;
    }

    private YamlNode scalar(ScalarEvent event, int first) {
        boolean decorated = event.getAnchor().isPresent() || event.getTag().isPresent();
        YamlNode node = leaf(YamlNode.Kind.SCALAR, event.getValue(), event.isPlain(), decorated, event, first);
        scalars.add(new int[] {node.place().start(), node.place().end()});
        return node;
    }

    private YamlNode leaf(YamlNode.Kind kind, String value, boolean plain, boolean decorated, Event event, int first) {
        YamlNode.Place place = place(event, event, first);
        return new YamlNode(kind, value, plain, false, decorated, List.of(), List.of(), place);
    }

    private YamlNode collection(CollectionStartEvent start, Iterator<Event> rest, int first) {
        boolean list = start instanceof SequenceStartEvent;
        List<YamlNode> items = new ArrayList<>();
        List<YamlNode.Entry> entries = new ArrayList<>();
        Event event = rest.next();
        while (event.getEventId() != Event.ID.SequenceEnd && event.getEventId() != Event.ID.MappingEnd) {
            if (list) {
                items.add(node(event, rest));
            } else {
                YamlNode key = key(event, rest);
                entries.add(new YamlNode.Entry(key, node(rest.next(), rest)));
            }
            event = rest.next();
        }
        events.add(signature(event));
        boolean decorated = start.getAnchor().isPresent() || start.getTag().isPresent();
        return new YamlNode(
                list ? YamlNode.Kind.SEQUENCE : YamlNode.Kind.MAPPING,
                "",
                false,
                start.isFlow(),
                decorated,
                List.copyOf(entries),
                List.copyOf(items),
                place(start, event, first));
    }

    private YamlNode key(Event event, Iterator<Event> rest) {
        YamlNode key = node(event, rest);
        if (key.kind() != YamlNode.Kind.SCALAR) {
            throw new UnreadableTextException(
                    "yaml.complex-key", key.line(), "A key is not plain text; quote it, and quote {{ }} in values.");
        }
        return key;
    }

    private YamlNode.Place place(Event first, Event last, int firstEvent) {
        Mark start = mark(first);
        int end = charOf(last.getEndMark().map(Mark::getIndex).orElse(0));
        return new YamlNode.Place(
                charOf(start.getIndex()), end, start.getLine() + 1, start.getColumn(), firstEvent, events.size() - 1);
    }

    private static Mark mark(Event event) {
        return event.getStartMark().orElseThrow();
    }

    private int charOf(int codePoint) {
        return offset + (charOf.length == 0 ? codePoint : charOf[codePoint]);
    }

    /** Marks count code points. Without surrogates that is the same as counting chars, and the array is empty. */
    private static int[] charsOfCodePoints(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new int[0];
        }
        int[] chars = new int[count + 1];
        int at = 0;
        for (int i = 0; i < count; i++) {
            chars[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        chars[count] = at;
        return chars;
    }

    private static String signature(Event event) {
        StringBuilder text = new StringBuilder(event.getEventId().name());
        if (event instanceof NodeEvent node) {
            text.append(node.getAnchor().map(anchor -> " &" + anchor).orElse(""));
        }
        if (event instanceof ScalarEvent scalar) {
            text.append(scalar.getTag().map(tag -> " !" + tag).orElse(""))
                    .append(' ')
                    .append(scalar.getScalarStyle())
                    .append(' ')
                    .append(scalar.getValue());
        } else if (event instanceof CollectionStartEvent start) {
            text.append(start.getTag().map(tag -> " !" + tag).orElse(""))
                    .append(' ')
                    .append(start.getFlowStyle());
        }
        return text.toString();
    }
}
