package dev.headwater.document.edit;

import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * An item to insert.
 *
 * @param text a block mapping at column 0 with LF line ends
 * @param content what the text says
 */
public record NewItem(String text, Mapping content) {

    static NewItem of(String text) {
        return new NewItem(text, (Mapping) YamlDocument.parse(text).root().orElseThrow());
    }

    /**
     * The lines of the item, without line ends.
     *
     * @param dash column of the dash
     * @param gap blanks after the dash
     * @param offset how far the dashes of sequences in the item stand from their keys
     */
    List<String> lines(int dash, int gap, int offset) {
        String[] written = text.substring(0, text.length() - 1).split("\n", -1);
        int[] shifts = new int[written.length];
        shift(content, offset, shifts);
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(dash) + "-" + " ".repeat(gap) + written[0]);
        for (int i = 1; i < written.length; i++) {
            int blanks = blanks(written[i]);
            String indentation = " ".repeat(dash + 1 + gap + Math.max(0, blanks + shifts[i]));
            lines.add(written[i].isEmpty() ? "" : indentation + written[i].substring(blanks));
        }
        return lines;
    }

    private static int blanks(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    private void shift(YamlNode node, int offset, int[] shifts) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> shift(entry, offset, shifts));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> shift(item, offset, shifts));
        }
    }

    private void shift(Entry entry, int offset, int[] shifts) {
        YamlNode value = entry.value();
        if (SequenceStyle.isBlockSequence(value)) {
            int last = lineOf(value.place().end());
            for (int line = value.line(); line <= last; line++) {
                shifts[line - 1] += offset - SequenceStyle.offset(entry);
            }
        }
        shift(value, offset, shifts);
    }

    private int lineOf(int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }
}
