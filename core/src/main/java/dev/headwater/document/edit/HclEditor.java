package dev.headwater.document.edit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Adds to a Terraform file: parts to its blocks, and blocks behind its last line. The result is parsed once, to prove
 * that it is what was there and what was added. What is not added keeps every byte.
 */
public final class HclEditor {

    private static final String STEP = "  ";

    private final HclFile file;
    private final List<Insertion> insertions = new ArrayList<>();
    private final Map<HclAttribute, List<String>> elements = new HashMap<>();
    private final Map<HclBlock, List<HclBlock>> nested = new HashMap<>();
    private final List<String> blocks = new ArrayList<>();

    /** @param file the file as it is */
    public HclEditor(HclFile file) {
        this.file = file;
    }

    /** Text that goes to a place; of two at one place, the first one added comes first. */
    private record Insertion(int at, String text) {}

    /**
     * Adds an element to a list that is written out.
     *
     * @param list the list
     * @param element one expression at column 0
     */
    public void addElement(HclAttribute list, String element) {
        elements.computeIfAbsent(list, any -> new ArrayList<>()).add(element.strip());
    }

    /**
     * Adds a nested block at the end of a block.
     *
     * @param parent the block
     * @param text the nested block at column 0
     * @throws DocumentException when the block is written on one line
     */
    public void addNested(HclBlock parent, String text) {
        int brace = parent.end() - 1;
        int line = file.text().lastIndexOf('\n', brace) + 1;
        if (!file.text().substring(line, brace).isBlank() || line <= parent.start()) {
            throw new DocumentException(
                    "hcl.one-line-block",
                    parent.line(),
                    "The closing brace of the block \"" + parent.type() + "\" is not on a line of its own.",
                    "Write it on one.");
        }
        String eol = HclAppender.lineEnd(file.text(), brace);
        List<HclBlock> added = nested.computeIfAbsent(parent, any -> new ArrayList<>());
        boolean isFirst = parent.attributes().isEmpty() && parent.blocks().isEmpty() && added.isEmpty();
        String outer = indentation(parent.start());
        String step = step(parent, outer);
        String indented = indented(text.stripTrailing(), outer + step, step).replace("\n", eol);
        insertions.add(new Insertion(line, (isFirst ? "" : eol) + indented + eol));
        added.addAll(HclFile.parse(text).blocks());
    }

    /** How much further to the right than the block its body stands. */
    private String step(HclBlock block, String outer) {
        return Stream.concat(
                        block.attributes().stream().map(HclAttribute::start),
                        block.blocks().stream().map(HclBlock::start))
                .map(this::indentation)
                .filter(inner -> inner.startsWith(outer) && inner.length() > outer.length())
                .map(inner -> inner.substring(outer.length()))
                .findFirst()
                .orElse(STEP);
    }

    /** A text of two blanks a step, moved to the right. */
    private static String indented(String text, String indentation, String step) {
        return text.lines()
                .map(line -> line.isBlank() ? "" : indentation + withSteps(line, step))
                .collect(Collectors.joining("\n"));
    }

    private static String withSteps(String line, String step) {
        int steps = (line.length() - line.replaceFirst("^ +", "").length()) / STEP.length();
        return step.repeat(steps) + line.substring(steps * STEP.length());
    }

    /** Adds a block behind the last line of the file. */
    public void addBlock(String text) {
        blocks.add(text);
    }

    /** The blanks in front of what stands on a line. */
    private String indentation(int at) {
        int line = file.text().lastIndexOf('\n', at - 1) + 1;
        int end = line;
        while (end < at && " \t".indexOf(file.text().charAt(end)) >= 0) {
            end++;
        }
        return file.text().substring(line, end);
    }

    /**
     * The changed file.
     *
     * @return its text
     * @throws DocumentException when it is not certain to be right
     */
    public String edited() {
        List<Insertion> all = new ArrayList<>(insertions);
        elements.forEach((list, added) -> all.addAll(inList(list, added)));
        all.sort(Comparator.comparingInt(Insertion::at));
        String text = inserted(all);
        String result = blocks.isEmpty() ? text : HclAppender.appended(text, blocks);
        if (!isProved(result, all)) {
            throw new DocumentException(
                    "hcl.unsafe-edit", 0, "What is wanted cannot be added for certain.", "Paste it by hand.");
        }
        return result;
    }

    private String inserted(List<Insertion> all) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Insertion insertion : all) {
            text.append(file.text(), from, insertion.at()).append(insertion.text());
            from = insertion.at();
        }
        return text.append(file.text(), from, file.text().length()).toString();
    }

    private List<Insertion> inList(HclAttribute list, List<String> added) {
        int end = list.endOfElements();
        boolean isEmpty = list.value().parts().isEmpty();
        boolean needsComma = !isEmpty && file.text().charAt(end - 1) != ',';
        int bracket = list.end() - 1;
        int lineEnd = file.text().indexOf('\n', end);
        String outer = indentation(list.start());
        if (lineEnd < 0 || lineEnd > bracket) {
            String inLine = added.stream()
                    .map(element -> indented(element, outer, stepIn(outer)).substring(outer.length()))
                    .collect(Collectors.joining(", "));
            String before = (needsComma ? "," : "") + (isEmpty ? "" : " ");
            return List.of(new Insertion(end, before + inLine.replace("\n", HclAppender.lineEnd(file.text(), end))));
        }
        boolean hasCarriageReturn = file.text().charAt(lineEnd - 1) == '\r';
        String eol = hasCarriageReturn ? "\r\n" : "\n";
        String indentation = isEmpty ? outer + stepIn(outer) : indentation(end - 1);
        String lines = added.stream()
                .map(element -> "\n" + indented(element, indentation, stepIn(indentation)) + ",")
                .collect(Collectors.joining())
                .replace("\n", eol);
        Insertion inLines = new Insertion(hasCarriageReturn ? lineEnd - 1 : lineEnd, lines);
        return needsComma ? List.of(new Insertion(end, ","), inLines) : List.of(inLines);
    }

    private static String stepIn(String indentation) {
        return indentation.endsWith("\t") ? "\t" : STEP;
    }

    private boolean isProved(String result, List<Insertion> all) {
        List<String> added = blocks.stream()
                .flatMap(block -> texts(HclFile.parse(block)).stream())
                .toList();
        HclFile after;
        try {
            after = HclFile.parse(result);
        } catch (DocumentException brokenByTheEdit) {
            return false;
        }
        List<HclBlock> there = after.blocks();
        int old = file.blocks().size();
        return after.attributes().size() == file.attributes().size()
                && there.size() == old + added.size()
                && IntStream.range(0, old).allMatch(i -> holds(file.blocks().get(i), there.get(i), after, all))
                && texts(after).subList(old, there.size()).equals(added);
    }

    private static List<String> texts(HclFile of) {
        return of.blocks().stream().map(block -> text(block, of)).toList();
    }

    private static String text(HclBlock block, HclFile of) {
        return of.text().substring(block.start(), block.end()).replace("\r\n", "\n");
    }

    /** Whether a block is what it was, with what was added to it. */
    private boolean holds(HclBlock before, HclBlock there, HclFile after, List<Insertion> all) {
        if (all.stream().noneMatch(to -> before.start() < to.at() && to.at() < before.end())) {
            return text(before, file).equals(text(there, after));
        }
        List<HclBlock> added = nested.getOrDefault(before, List.of());
        int old = before.blocks().size();
        return there.is(before.type(), before.labels())
                && before.attributes().size() == there.attributes().size()
                && before.attributes().stream()
                        .allMatch(attribute -> there.attribute(attribute.name())
                                .filter(now -> holds(attribute, now))
                                .isPresent())
                && there.blocks().size() == old + added.size()
                && IntStream.range(0, old)
                        .allMatch(i ->
                                holds(before.blocks().get(i), there.blocks().get(i), after, all))
                && IntStream.range(0, added.size())
                        .allMatch(i -> HclDifference.between(
                                        added.get(i), there.blocks().get(old + i))
                                .isEmpty());
    }

    private boolean holds(HclAttribute before, HclAttribute after) {
        List<String> added = elements.getOrDefault(before, List.of());
        List<HclExpression> expected = new ArrayList<>(before.value().parts());
        added.forEach(element -> expected.add(HclExpression.parse(element)));
        return added.isEmpty() ? before.value().equals(after.value()) : new ListValue(expected).equals(after.value());
    }
}
