package dev.headwater.document.edit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.document.edit.ItemVerdict.Refused;
import dev.headwater.problem.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Makes items be there in one YAML file. The file is parsed once, spliced once and parsed once more for the proof,
 * however many items there are. What is not inserted keeps every byte.
 */
public final class YamlEditor {

    /** A root key, with its comments, below a blank line: then new ones stand there as well. */
    private static final Pattern PARTED = Pattern.compile("\\n[ \\t]*\\r?\\n(?:[ \\t]*#[^\\n]*\\n)*+(?=[^\\s#-])");

    private final Function<String, YamlDocument> reader;
    private final boolean isItem;

    public YamlEditor() {
        this(YamlDocument::parse);
    }

    YamlEditor(Function<String, YamlDocument> reader) {
        this(reader, false);
    }

    private YamlEditor(Function<String, YamlDocument> reader, boolean isItem) {
        this.reader = reader;
        this.isItem = isItem;
    }

    /** For the text of an item, which is edited like a file before it is put in. */
    static YamlEditor ofItem() {
        return new YamlEditor(YamlDocument::parse, true);
    }

    /**
     * Inserts what is not there.
     *
     * @param text what stands in the file, or what a new file starts with
     * @param wanted all items that must be in the file, each path once
     */
    YamlEdit edit(String text, List<RequestedItem> wanted) {
        try {
            return edit(reader.apply(text), wanted);
        } catch (DocumentException fault) {
            return refuseAll(text, wanted, fault);
        }
    }

    /**
     * Inserts what is not there.
     *
     * @param document the file, or what a new file starts with
     * @param wanted all items that must be in the file, each path once
     */
    public YamlEdit edit(YamlDocument document, List<RequestedItem> wanted) {
        requireDistinct(wanted);
        Mapping root;
        try {
            root = root(document);
        } catch (DocumentException fault) {
            return refuseAll(document.text(), wanted, fault);
        }
        return edit(document.text(), root, wanted);
    }

    private boolean isParted(String text) {
        return !isItem && (text.startsWith("---") || PARTED.matcher(text).find());
    }

    private YamlEdit edit(String text, Mapping root, List<RequestedItem> wanted) {
        ItemFinder finder = new ItemFinder(root);
        Splicer splicer = new Splicer(text, root, isParted(text));
        ItemVerdicts decided = new ItemVerdicts(finder, new InsertionPointFinder(root, finder, text), splicer);
        decided.decide(wanted);
        Composition composition = Composition.of(wanted, decided);
        List<Insertion> insertions = composition.insertions();
        if (insertions.isEmpty()) {
            return new YamlEdit(text, composition.verdicts());
        }
        List<Splice> splices = insertions.stream()
                .flatMap(insertion -> splicer.splices(insertion).stream())
                .toList();
        String edited = Splice.apply(splices, text);
        return isProved(root, edited, insertions)
                ? new YamlEdit(edited, composition.verdicts())
                : new YamlEdit(text, composition.verdictsWithout(unsafe(text, splices)));
    }

    private boolean isProved(Mapping before, String edited, List<Insertion> insertions) {
        try {
            return new EditProof(insertions).holds(before, root(reader.apply(edited)));
        } catch (DocumentException fault) {
            return false;
        }
    }

    /** The line above the first place where something would go; white space at an open end may be text. */
    private static Refused unsafe(String text, List<Splice> splices) {
        int at = splices.stream().mapToInt(Splice::from).min().orElseThrow();
        boolean openEnd = text.substring(at).isBlank() && !text.endsWith("\n");
        long line = (openEnd ? text : text.substring(0, at)).lines().count();
        return new Refused(new Diagnostic(
                "yaml.unsafe-edit",
                (int) line,
                "The layout here cannot be extended with certainty.",
                "Insert the item by hand."));
    }

    private static Mapping root(YamlDocument document) {
        YamlNode root = document.root()
                .filter(node -> !(node instanceof Scalar scalar && scalar.isNull()))
                .orElseThrow(() -> new DocumentException(
                        "yaml.empty", 1, "The file says nothing.", "Write its first key, or remove the file."));
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        throw new DocumentException(
                "yaml.not-a-mapping", root.line(), "The file is no mapping.", "It must consist of keys with values.");
    }

    private static YamlEdit refuseAll(String text, List<RequestedItem> wanted, DocumentException fault) {
        ItemVerdict refusal = new Refused(fault.diagnostic());
        return new YamlEdit(text, wanted.stream().map(item -> refusal).toList());
    }

    private static void requireDistinct(List<RequestedItem> wanted) {
        Set<ItemPath> seen = new HashSet<>();
        wanted.stream()
                .map(RequestedItem::path)
                .filter(path -> !seen.add(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new IllegalArgumentException("The item " + path + " is wanted twice in one file.");
                });
    }
}
