package dev.headwater.dbt;

import dev.headwater.document.YamlDocument;
import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Freshness;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import dev.headwater.render.JinjaText;
import dev.headwater.render.Template;
import dev.headwater.render.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Step 6.1: the source in {@code _sources.yml}, and its tables. A source that is there already keeps its own shape. */
final class SourceEntry {

    static final String HEAD = "---\nversion: 2\n";

    private static final Template SOURCE =
            Template.read(SourceEntry.class.getResourceAsStream("source.yml.tmpl"), "source.yml.tmpl");

    private static final String NO_FRESHNESS = "freshness: null\n";

    /** The column at which an item of {@code sources:} has its keys. */
    private static final int ITEM = 4;

    /** The column at which an item of a source's {@code tables:} has its keys. */
    private static final int TABLE_ITEM = 8;

    private final DataSourcePlan plan;
    private final Source source;
    private final DbtProject project;
    private final String name;
    private final String text;

    SourceEntry(DataSourcePlan plan, Source source, DbtProject project) {
        this.plan = plan;
        this.source = source;
        this.project = project;
        this.name = plan.names().dbtSource(source);
        this.text = text();
    }

    List<Fragment> fragments(Scope scope) {
        List<Fragment> fragments = new ArrayList<>();
        fragments.add(Fragment.yamlItem(scope, address(project.models().fileOfSource(name)), text)
                .startingWith(HEAD)
                .once());
        for (Table table : source.tables()) {
            Address.YamlItem address =
                    address(project.models().fileOfTable(name, table.name())).item("tables", "name", table.name());
            String text = YamlText.entry("name", table.name(), TABLE_ITEM, 0) + "\n"
                    + YamlText.entry("description", JinjaText.encode(table.description()), TABLE_ITEM, 0) + "\n"
                    + freshness(table);
            fragments.add(
                    Fragment.yamlItem(scope.table(table.name()), address, text).startingWith(HEAD));
        }
        return fragments;
    }

    private Address.YamlItem address(String file) {
        return Address.yaml(file).item("sources", "name", name);
    }

    /** What is written of the source when nobody has declared it, as a reader of the file sees it. */
    DeclaredSource written() {
        return DeclaredSource.of("", YamlDocument.parse(text).root().orElseThrow());
    }

    private String text() {
        boolean described = !plan.platform().asWritten(Deviation.SOURCE_DESCRIPTION);
        String description =
                source.displayName() + " data loaded by " + plan.loader().displayName() + ".";
        return SOURCE.render(Map.of(
                "name", entry("name", name),
                "description", described ? entry("description", JinjaText.encode(description)) : "",
                "database", entry("database", plan.names().database()),
                "schema", entry("schema", plan.names().schema(source)),
                "loader", described ? entry("loader", plan.loader().name()) : "",
                "config",
                        LoadTime.of(plan, source, project.dialect())
                                .map(this::config)
                                .orElse("")));
    }

    private static String entry(String key, String value) {
        return YamlText.entry(key, value, ITEM, 0);
    }

    private String config(LoadTime loadTime) {
        String time = YamlText.entry(loadTime.key(), loadTime.value(), isNested() ? ITEM + 2 : ITEM, 0) + "\n";
        return placed(time + (Thresholds.judge(source) ? text(Thresholds.of(plan, source)) : NO_FRESHNESS));
    }

    /** What the plan says of a table; else it is judged as its source is. */
    private String freshness(Table table) {
        return table.freshness()
                .map(said -> Thresholds.said(said)
                        .map(thresholds -> ownLoadTime() + text(thresholds))
                        .orElse(NO_FRESHNESS))
                .map(text -> placed(text) + "\n")
                .orElse("");
    }

    /** A table is judged by its rows, also where its source is by its runs. */
    private String ownLoadTime() {
        return source.freshness()
                .filter(Freshness::isOfRuns)
                .flatMap(runs -> LoadTime.of(plan))
                .map(time ->
                        YamlText.entry(time.key(), time.value(), isNested() ? TABLE_ITEM + 2 : TABLE_ITEM, 0) + "\n")
                .orElse("");
    }

    private String text(Thresholds thresholds) {
        return plan.platform().asWritten(Deviation.FRESHNESS_STYLE) ? thresholds.flow() : thresholds.block();
    }

    /** Below {@code config:}, or on the source or table itself. */
    private String placed(String keys) {
        return isNested() ? "config:\n  " + keys.stripTrailing().replaceAll("\n(?!\n)", "\n  ") : keys.stripTrailing();
    }

    private boolean isNested() {
        return project.dialect() == Dialect.CONFIG;
    }
}
