package dev.headwater.document.edit;

import dev.headwater.document.PathSegment;
import dev.headwater.document.PathSegment.Match;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Items as somebody pastes them into their list by hand: each with its dash, as far to the right as the list's other
 * items are, and under the list's key where the file has none. Of a place that is not written in block style, or not
 * there, the usual layout is taken.
 */
public final class PasteText {

    private static final int AFTER_DASH = 2;
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern ROOT_KEY = Pattern.compile("[^\\s#-]");
    private static final Pattern DASH = Pattern.compile(" *(?=- )");

    private final String file;
    private final Optional<YamlNode> root;
    private final SequenceStyle style;

    private PasteText(String file, Optional<YamlNode> root) {
        this.file = file;
        this.root = root;
        this.style = root.map(SequenceStyle::of).orElseGet(SequenceStyle::usual);
    }

    /** For a file that can be read. */
    public static PasteText in(YamlDocument file) {
        return new PasteText(file.text(), file.root());
    }

    /** For a file that cannot be read, or is not there. */
    public static PasteText inUnreadable(String file) {
        return new PasteText(file, Optional.empty());
    }

    /** The text for items of one list, which stands where the last step of the path says. */
    public String of(ItemPath path, List<NewItem> items) {
        Optional<Mapping> holder = root.flatMap(PasteText::block);
        int column = holder.map(mapping -> mapping.place().column()).orElse(0);
        for (PathSegment step : path.steps().subList(0, path.steps().size() - 1)) {
            int dash =
                    dash(holder, step.key(), column, !step.equals(path.steps().get(0)));
            Optional<Sequence> list = list(holder, step.key());
            holder = list.flatMap(all -> item(all, step.match().orElseThrow()));
            column = holder.map(mapping -> mapping.place().column()).orElse(dash + AFTER_DASH);
        }
        return text(path, holder, column, items);
    }

    private String text(ItemPath path, Optional<Mapping> holder, int column, List<NewItem> items) {
        String key = path.last().key();
        boolean inItem = path.steps().size() > 1;
        int dash = dash(holder, key, column, inItem);
        int gap = list(holder, key).map(all -> Splicer.gapOfLast(all, dash)).orElse(1);
        List<String> lines = new ArrayList<>();
        if (lacks(holder, key, inItem)) {
            lines.add(" ".repeat(column) + Splicer.keyText(key) + ":");
        }
        items.forEach(item -> lines.addAll(item.lines(dash, gap, style.offset(true))));
        return String.join("\n", lines) + "\n";
    }

    private int dash(Optional<Mapping> holder, String key, int keyColumn, boolean inItem) {
        return list(holder, key)
                .map(all -> all.place().column())
                .or(() -> holder.isEmpty() && !inItem ? dashInLines(key) : Optional.empty())
                .orElseGet(() -> keyColumn + style.offset(inItem));
    }

    private Optional<Integer> dashInLines(String key) {
        return linesFrom(key)
                .skip(1)
                .takeWhile(line -> !ROOT_KEY.matcher(line).lookingAt())
                .map(DASH::matcher)
                .filter(Matcher::lookingAt)
                .map(Matcher::end)
                .findFirst();
    }

    private boolean lacks(Optional<Mapping> holder, String key, boolean inItem) {
        return holder.map(mapping -> mapping.value(key).isEmpty())
                .orElseGet(() -> !inItem && linesFrom(key).findFirst().isEmpty());
    }

    /** A file that cannot be read may have the key, and the list under it, all the same. */
    private Stream<String> linesFrom(String key) {
        Pattern start = Pattern.compile("[\"']?" + Pattern.quote(key) + "[\"']?\\s*:");
        return LINE_END.splitAsStream(file)
                .dropWhile(line -> !start.matcher(line).lookingAt());
    }

    private static Optional<Sequence> list(Optional<Mapping> holder, String key) {
        return holder.flatMap(mapping -> mapping.entries(key).stream()
                .map(YamlNode.Entry::value)
                .filter(SequenceStyle::isBlockSequence)
                .map(Sequence.class::cast)
                .findFirst());
    }

    private static Optional<Mapping> item(Sequence list, Match match) {
        return list.items().stream()
                .filter(item -> item.value(match.key())
                        .flatMap(YamlNode::string)
                        .filter(match.value()::equals)
                        .isPresent())
                .findFirst()
                .flatMap(PasteText::block);
    }

    private static Optional<Mapping> block(YamlNode node) {
        return node instanceof Mapping mapping && !mapping.flow() ? Optional.of(mapping) : Optional.empty();
    }
}
