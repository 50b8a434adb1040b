package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.emit.RepositoryView.YamlFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A source in a YAML file of the repository. dbt lets one source stand in several files, each with other tables.
 *
 * @param file path of the file
 * @param name name of the source
 * @param tables what is said of its tables, by their names
 * @param node what is said of it
 */
record DeclaredSource(String file, String name, Map<String, YamlNode> tables, YamlNode node) {

    /** The sources that a file declares. */
    static Stream<DeclaredSource> in(String path, YamlFile file) {
        return file.items("sources").map(node -> of(path, node));
    }

    static DeclaredSource of(String file, YamlNode node) {
        Map<String, YamlNode> tables = new HashMap<>();
        for (YamlNode table : node.value("tables").map(YamlNode::elements).orElse(List.of())) {
            text(table, "name").ifPresent(name -> tables.putIfAbsent(name, table));
        }
        return new DeclaredSource(file, text(node, "name").orElse(""), tables, node);
    }

    String place() {
        return place(node);
    }

    /** Where a part of it stands. */
    String place(YamlNode part) {
        return file + ", line " + part.line();
    }

    Optional<String> text(String key) {
        return text(node, key);
    }

    /** The load time, wherever dbt of some version looks for it. */
    Optional<LoadTime> loadTime() {
        return Stream.of(LoadTime.FIELD, LoadTime.QUERY)
                .flatMap(key ->
                        setting(node, key).flatMap(YamlNode::string).map(value -> new LoadTime(key, value)).stream())
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

    /** Whether it says the same as another one does, in whatever style. */
    boolean agrees(DeclaredSource other, String... path) {
        return at(node, path)
                .map(DeclaredSource::meaning)
                .equals(at(other.node, path).map(DeclaredSource::meaning));
    }

    private Optional<YamlNode> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    static Optional<String> text(YamlNode of, String key) {
        return of.value(key).flatMap(YamlNode::string);
    }

    private static Optional<YamlNode> setting(YamlNode of, String key) {
        return at(of, "config", key).or(() -> at(of, key));
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
