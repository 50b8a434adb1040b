package dev.headwater.document.edit;

import dev.headwater.document.DocumentException;
import dev.headwater.document.YamlDocument;
import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.document.YamlNode.Scalar;
import java.util.List;

/**
 * An item that must be in a YAML file.
 *
 * @param path where it belongs
 * @param text what it says: a block mapping at column 0 with LF line ends and without the dash
 * @param once whether what is there may differ
 */
public record RequestedItem(ItemPath path, String text, boolean once) {

    /** What the text says; a text that is no such item is a mistake of whoever wants it. */
    Mapping content() {
        YamlNode root = parsed().root().orElseThrow(() -> malformed("it is empty"));
        if (!(root instanceof Mapping mapping)
                || mapping.flow()
                || mapping.place().column() > 0) {
            throw malformed("it is no block mapping at column 0");
        }
        boolean named = mapping.get(path.match().key())
                .filter(Scalar.class::isInstance)
                .map(name -> ((Scalar) name).text().equals(path.match().value()))
                .orElse(false);
        if (!named || text.indexOf('\r') >= 0 || !text.endsWith("\n")) {
            throw malformed("its name is another one, or its lines do not end with LF");
        }
        return mapping;
    }

    /** Itself with items that it holds written into it, which is an edit like that of a file. */
    YamlEdit holding(List<RequestedItem> held) {
        return YamlEditor.ofItem()
                .edit(
                        text,
                        held.stream()
                                .map(item -> new RequestedItem(item.path().relativeTo(path), item.text(), item.once()))
                                .toList());
    }

    /** The same, ready to be inserted. */
    public NewItem composed(List<RequestedItem> held) {
        return held.isEmpty()
                ? new NewItem(text, content())
                : NewItem.of(holding(held).text());
    }

    private YamlDocument parsed() {
        try {
            return YamlDocument.parse(text);
        } catch (DocumentException fault) {
            throw new IllegalArgumentException(
                    "The text wanted at " + path + " is not YAML: " + fault.getMessage(), fault);
        }
    }

    private IllegalArgumentException malformed(String why) {
        return new IllegalArgumentException("The text wanted at " + path + " is not that item: " + why + ".");
    }
}
