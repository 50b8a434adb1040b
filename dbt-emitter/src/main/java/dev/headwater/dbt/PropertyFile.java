package dev.headwater.dbt;

import dev.headwater.document.YamlNode.Scalar;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.RepositoryView.YamlFile;
import dev.headwater.problem.Diagnostic;
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
 * @param yaml what stands in it
 * @param sources the sources that it declares
 * @param models the models that it describes
 * @param unread its text, if it cannot be read; it then declares nothing that could be relied on
 */
record PropertyFile(
        String path, YamlFile yaml, List<DeclaredSource> sources, Set<String> models, Optional<String> unread) {

    static PropertyFile of(String path, RepositoryView view) {
        YamlFile yaml = view.yaml(path);
        return new PropertyFile(
                path,
                yaml,
                yaml.items("sources").map(node -> DeclaredSource.of(path, node)).toList(),
                yaml.items("models")
                        .flatMap(node -> DeclaredSource.text(node, "name").stream())
                        .collect(Collectors.toUnmodifiableSet()),
                yaml.fault().flatMap(fault -> view.text(path)));
    }

    boolean isEmpty() {
        return sources.isEmpty() && models.isEmpty() && yaml.fault().isEmpty();
    }

    boolean mayDeclare(String name) {
        return unread.filter(text -> Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(text)
                        .find())
                .isPresent();
    }

    /** Why it cannot be read although it may declare something. */
    Optional<Diagnostic> faultOf(String name) {
        return yaml.fault().filter(fault -> mayDeclare(name));
    }

    /** Keys that are written twice in one mapping, the second of each. */
    Stream<Scalar> repeatedKeys() {
        return yaml.repeated().stream().map(entry -> entry.key());
    }
}
