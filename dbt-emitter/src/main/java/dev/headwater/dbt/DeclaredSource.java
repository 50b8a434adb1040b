package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A source in a YAML file of the repository. dbt lets one source stand in several files, each with other tables.
 *
 * @param file path of the file
 * @param name name of the source
 * @param tables names of its tables
 * @param node what is said of it
 */
record DeclaredSource(String file, String name, Set<String> tables, YamlNode node) {

    static DeclaredSource of(String file, YamlNode node) {
        Set<String> tables = node.value("tables").stream()
                .flatMap(list -> list.elements().stream())
                .flatMap(table -> table.value("name").flatMap(YamlNode::string).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new DeclaredSource(
                file, node.value("name").flatMap(YamlNode::string).orElse(""), tables, node);
    }

    String place() {
        return file + ", line " + node.line();
    }

    Optional<String> text(String... path) {
        return at(node, path).flatMap(YamlNode::string);
    }

    /** The load time, wherever dbt of some version looks for it. */
    Optional<LoadTime> loadTime() {
        return Stream.of(LoadTime.FIELD, LoadTime.QUERY)
                .flatMap(key -> text("config", key).or(() -> text(key)).map(value -> new LoadTime(key, value)).stream())
                .findFirst();
    }

    /** Its freshness, wherever dbt of some version looks for it. */
    FreshnessSetting freshness() {
        return new FreshnessSetting(setting(node, "freshness"));
    }

    /** What is said of the freshness of one of its tables. */
    FreshnessSetting freshnessOf(String table) {
        return new FreshnessSetting(table(table).flatMap(it -> setting(it, "freshness")));
    }

    /** Whether dbt judges a table's rows, for what the table says goes before what the source says. */
    boolean judges(String table) {
        FreshnessSetting own = freshnessOf(table);
        return own.node().isPresent() ? !own.isNone() : !freshness().isNone();
    }

    /** Where a table is disabled, or with it the whole source; of a table, dbt looks below {@code config:} only. */
    Optional<YamlNode> disabling(String table) {
        return table(table)
                .flatMap(it -> at(it, "config", "enabled"))
                .or(() -> setting(node, "enabled"))
                .filter(enabled -> enabled.string()
                        .filter(text -> text.matches("(?i)false|no|off"))
                        .isPresent());
    }

    private Optional<YamlNode> table(String name) {
        return node.value("tables").stream()
                .flatMap(list -> list.elements().stream())
                .filter(table -> table.value("name").flatMap(YamlNode::string).equals(Optional.of(name)))
                .findFirst();
    }

    private static Optional<YamlNode> setting(YamlNode of, String key) {
        return at(of, "config", key).or(() -> at(of, key));
    }

    /** Whether it says the same as another text does, in whatever style. */
    boolean agrees(YamlNode other, String... path) {
        return at(node, path)
                .map(DeclaredSource::meaning)
                .equals(at(other, path).map(DeclaredSource::meaning));
    }

    private static Optional<YamlNode> at(YamlNode from, String... path) {
        Optional<YamlNode> found = Optional.of(from);
        for (String key : path) {
            found = found.flatMap(node -> node.value(key));
        }
        return found;
    }

    private static Object meaning(YamlNode node) {
        if (node.resolved() instanceof YamlNode.Mapping mapping) {
            Map<String, Object> meanings = new TreeMap<>();
            mapping.merged().forEach((key, value) -> meanings.put(key, meaning(value)));
            return meanings;
        }
        List<YamlNode> elements = node.elements();
        return node.string()
                .<Object>map(text -> text)
                .orElseGet(() -> elements.stream().map(DeclaredSource::meaning).toList());
    }
}
