package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.RepositoryView.YamlFile;
import dev.headwater.problem.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        Optional<Diagnostic> fault,
        String text) {

    static PropertyFile of(String path, RepositoryView view) {
        YamlFile file = view.yaml(path);
        return new PropertyFile(
                path,
                file.items("sources").map(node -> DeclaredSource.of(path, node)).toList(),
                file.items("models")
                        .flatMap(node -> node.value("name").flatMap(YamlNode::string).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                file.repeated().stream().map(Entry::key).toList(),
                file.fault(),
                file.fault().isPresent() ? view.text(path).orElse("") : "");
    }

    boolean mayDeclare(String name) {
        return fault.isPresent()
                && Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(text)
                        .find();
    }
}
