package dev.headwater.dbt;

import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import dev.headwater.read.YamlNode.Entry;
import dev.headwater.read.YamlNode.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A YAML file in a model folder.
 *
 * @param path path of the file
 * @param sources the sources that it declares
 * @param models the models that it describes
 * @param repeatedKeys keys that are written twice in one mapping, the second of each
 * @param fault why it cannot be read; it then declares nothing that could be relied on
 * @param text what stands in it
 */
record PropertyFile(
        String path,
        List<DeclaredSource> sources,
        Set<String> models,
        List<Scalar> repeatedKeys,
        Optional<UnreadableTextException> fault,
        String text) {

    static PropertyFile read(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            YamlDocument document = YamlDocument.parse(SourceText.decode(bytes, "yaml"));
            List<DeclaredSource> sources = items(document, "sources")
                    .map(node -> DeclaredSource.of(path, node))
                    .toList();
            Set<String> models = items(document, "models")
                    .flatMap(node -> node.value("name").flatMap(YamlNode::string).stream())
                    .collect(Collectors.toUnmodifiableSet());
            List<Scalar> repeatedKeys =
                    document.repeated().stream().map(Entry::key).toList();
            return new PropertyFile(path, sources, models, repeatedKeys, Optional.empty(), text);
        } catch (UnreadableTextException fault) {
            return new PropertyFile(path, List.of(), Set.of(), List.of(), Optional.of(fault), text);
        }
    }

    private static Stream<YamlNode> items(YamlDocument document, String key) {
        return document.root().flatMap(root -> root.value(key)).stream().flatMap(list -> list.elements().stream());
    }

    boolean mayDeclare(String name) {
        return fault.isPresent()
                && Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(text)
                        .find();
    }
}
