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
import java.util.Optional;

/** Step 6.1: the source in {@code _sources.yml}, and its tables. A source that is there already keeps its own shape. */
final class SourceEntry {

    static final String HEAD = "---\nversion: 2\n";

    private static final Template SOURCE =
            Template.read(SourceEntry.class.getResourceAsStream("source.yml.tmpl"), "source.yml.tmpl");

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
                "name", YamlText.scalar(name),
                "description", described ? YamlText.entry("description", JinjaText.encode(description), ITEM, 0) : "",
                "database", YamlText.scalar(plan.names().database()),
                "schema", YamlText.scalar(plan.names().schema(source)),
                "loader", described ? "loader: " + YamlText.scalar(plan.loader().name()) : "",
                "config",
                        LoadTime.of(plan, source, project.dialect())
                                .map(time -> freshness(
                                        Optional.of(time),
                                        Optional.of(Thresholds.of(plan, source))
                                                .filter(any -> Thresholds.judge(source)),
                                        ITEM))
                                .orElse("")));
    }

    /** What the plan says of a table; else it is judged as its source is. */
    private String freshness(Table table) {
        return table.freshness()
                .map(said -> freshness(ownLoadTime(said), Thresholds.said(said), TABLE_ITEM) + "\n")
                .orElse("");
    }

    /** A table is judged by its rows, also where its source is by its runs. */
    private Optional<LoadTime> ownLoadTime(Freshness said) {
        boolean byRuns = source.freshness().filter(Freshness::isOfRuns).isPresent();
        return byRuns && !said.isNone() ? LoadTime.of(plan) : Optional.empty();
    }

    /** Below {@code config:}, or on the source or table itself. */
    private String freshness(Optional<LoadTime> loadTime, Optional<Thresholds> thresholds, int column) {
        boolean isNested = project.dialect() == Dialect.CONFIG;
        boolean asWritten = plan.platform().asWritten(Deviation.FRESHNESS_STYLE);
        String keys = loadTime.map(time ->
                                YamlText.entry(time.key(), time.value(), isNested ? column + 2 : column, 0) + "\n")
                        .orElse("")
                + thresholds.map(ages -> asWritten ? ages.flow() : ages.block()).orElse("freshness: null");
        return isNested ? "config:\n  " + keys.replaceAll("\n(?!\n)", "\n  ") : keys;
    }
}
