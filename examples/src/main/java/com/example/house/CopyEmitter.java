package com.example.house;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Emitter;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.RepositoryView;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.ShellWord;
import dev.headwater.render.Template;
import dev.headwater.render.YamlText;
import java.util.Map;
import java.util.Optional;

/** Writes the entries of copies.yaml, which the house's job reads. */
public final class CopyEmitter implements Emitter {

    private static final Template COPY =
            Template.read(CopyEmitter.class.getResourceAsStream("copy.yaml.tmpl"), "copy.yaml.tmpl");
    private static final Optional<String> NIGHTLY = Schedule.dailyAt("02:00").cron();
    private static final String HEAD = "# Read by nightly-copy at 02:00 UTC.\ncopies:\n";

    @Override
    public String name() {
        return "copies";
    }

    /** Says what must be there; never whether it is. */
    @Override
    public Emission emit(DataSourcePlan plan, RepositoryView view) {
        Emission.Builder out = Emission.builder();
        for (Source source : plan.sources()) {
            if (source.method() instanceof DatabaseCopy copy) {
                emit(plan, source, copy, out);
            }
        }
        return out.build();
    }

    private static void emit(DataSourcePlan plan, Source source, DatabaseCopy copy, Emission.Builder out) {
        Scope scope = Scope.loader(plan.loader().name()).source(source.name());
        out.require(
                Address.yaml("connections.yaml").item("connections", "name", copy.connection()),
                "Ask the team of the database for a read-only account and add the connection.");
        for (Table table : source.tables()) {
            out.fragment(fragment(plan, source, copy, table, scope.table(table.name())));
        }
        if (!source.schedule().cron().equals(NIGHTLY)) {
            out.finding(Finding.act(
                    "copy.nightly",
                    scope,
                    "The job copies at 02:00 UTC, and the plan has another schedule, by which dbt judges freshness.",
                    "source.schedule(Schedule.dailyAt(\"02:00\"))"));
        }
        String command = "nightly-copy run --only " + ShellWord.encode(source.name()) + "\n";
        out.step(Step.command(scope, "copies.first." + source.name(), Stage.FIRST_RUN, "Copy it once, by day", command)
                .reaches(Milestone.LOADED));
    }

    private static Fragment fragment(DataSourcePlan plan, Source source, DatabaseCopy copy, Table table, Scope scope) {
        String name = source.name() + "." + table.name();
        DatabaseCopy.From from = table.settings(DatabaseCopy.From.class).orElseThrow();
        String text = COPY.render(Map.of(
                "name", YamlText.scalar(name),
                "connection", YamlText.scalar(copy.connection()),
                "schema", YamlText.scalar(from.schema()),
                "table", YamlText.scalar(from.table()),
                "database", YamlText.scalar(plan.names().database()),
                "into", YamlText.scalar(plan.names().schema(source) + "." + table.name())));
        Address.YamlItem address = Address.yaml("copies.yaml").item("copies", "name", name);
        return Fragment.yamlItem(scope, address, text).startingWith(HEAD);
    }
}
