package dev.headwater.document;

import dev.headwater.document.YamlNode.Entry;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A text that is one YAML document, for every reader the same one. It can be walked without harm, through its aliases
 * too: depth and expanded size are bounded when it is read.
 */
public final class YamlDocument {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(LARGEST)
            .build();

    private final String text;
    private final Optional<YamlNode> root;
    private final List<Entry> repeated;

    private YamlDocument(String text, Optional<YamlNode> root, List<Entry> repeated) {
        this.text = text;
        this.root = root;
        this.repeated = repeated;
    }

    /**
     * Reads a text.
     *
     * @param text the text, a byte order mark still in front of it if the file has one
     * @return the document
     * @throws DocumentException if the text is not YAML, is more than one document, or would be refused or read
     *     otherwise by another reader
     */
    public static YamlDocument parse(String text) {
        DialectGuard.check(text);
        MarkedText marked = new MarkedText(text);
        TabGuard tabs = new TabGuard();
        YamlTreeBuilder tree = new YamlTreeBuilder(marked, tabs);
        try {
            new ParserImpl(SETTINGS, new StreamReader(SETTINGS, marked.body())).forEachRemaining(tree::accept);
        } catch (MarkedYamlEngineException fault) {
            throw syntax(fault.getProblemMark().map(MarkedText::line).orElse(1), String.valueOf(fault.getProblem()));
        } catch (ReaderException fault) {
            throw syntax(
                    marked.lineOfCodePoint(fault.getPosition()),
                    "the character U+%04X is not allowed".formatted(fault.getCodePoint()));
        } catch (YamlEngineException fault) {
            throw syntax(1, String.valueOf(fault.getMessage()));
        }
        tabs.check(text);
        return new YamlDocument(text, tree.root(), tree.repeated());
    }

    private static DocumentException syntax(int line, String problem) {
        return new DocumentException("yaml.syntax", line, "This is not YAML (" + problem + ").", "Mend it first.");
    }

    /**
     * What was read. The places of nodes are places in it.
     *
     * @return the text as it was given
     */
    public String text() {
        return text;
    }

    /**
     * What stands in the document.
     *
     * @return the node that holds all others, if there is anything but comments
     */
    public Optional<YamlNode> root() {
        return root;
    }

    /**
     * Entries whose keys are written before in the same mapping. YAML forbids that; PyYAML takes the last of them,
     * other readers refuse the file.
     *
     * @return the entries in the order of the text
     */
    public List<Entry> repeated() {
        return repeated;
    }
}
