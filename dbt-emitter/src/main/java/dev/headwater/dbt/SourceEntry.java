package dev.headwater.dbt;

import dev.headwater.emit.Address;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
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

    /** The column at which an item of {@code sources:} has its keys. */
    private static final int ITEM = 4;

    /** The column at which an item of a source's {@code tables:} has its keys. */
    private static final int TABLE_ITEM = 8;

    private final DataSourcePlan plan;
    private final Source source;
    private final Address.YamlItem address;

    SourceEntry(DataSourcePlan plan, Source source, DbtProject project) {
        this.plan = plan;
        this.source = source;
        String name = plan.names().dbtSource(source);
        this.address = Address.yaml(project.fileOf(name)).item("sources", "name", name);
    }

    List<Fragment> fragments(Scope scope) {
        List<Fragment> fragments = new ArrayList<>();
        fragments.add(
                Fragment.yamlItem(scope, address, source()).startingWith(HEAD).once());
        for (Table table : source.tables()) {
            String text = "name: " + YamlText.scalar(table.name()) + "\n"
                    + YamlText.entry("description", JinjaText.encode(table.description()), TABLE_ITEM, 0) + "\n";
            fragments.add(
                    Fragment.yamlItem(scope.table(table.name()), address.item("tables", "name", table.name()), text)
                            .startingWith(HEAD));
        }
        return fragments;
    }

    private String source() {
        boolean described = !plan.platform().asWritten("RB16");
        String description =
                source.displayName() + " data loaded by " + plan.loader().displayName() + ".";
        return SOURCE.render(Map.of(
                "name", YamlText.scalar(plan.names().dbtSource(source)),
                "description", described ? YamlText.entry("description", JinjaText.encode(description), ITEM, 0) : "",
                "database", YamlText.scalar(plan.names().database()),
                "schema", YamlText.scalar(plan.names().schema(source)),
                "loader", described ? "loader: " + YamlText.scalar(plan.loader().name()) : "",
                "config", config()));
    }

    /** RB14: dbt 1.10 and later. */
    private String config() {
        if (plan.loader().loadedAt().column().isEmpty()) {
            return "";
        }
        Freshness freshness =
                plan.platform().asWritten("RB31") ? Freshness.inRunbook() : Freshness.of(source.schedule());
        String column = plan.loader().loadedAt().column().orElseThrow();
        String config = "loaded_at_field: " + YamlText.scalar(column) + "\n" + freshness.yaml();
        return "config:\n  " + config.stripTrailing().replace("\n", "\n  ");
    }
}
