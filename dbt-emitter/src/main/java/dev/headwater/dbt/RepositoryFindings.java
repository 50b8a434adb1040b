package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.StagingNaming;
import dev.headwater.problem.Diagnostic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What other people wrote in the dbt repository that does not go with the plan. */
final class RepositoryFindings {

    private final DataSourcePlan plan;
    private final Source source;
    private final DbtProject project;
    private final Emission.Builder out;
    private final Scope scope;
    private final String dbtSource;

    RepositoryFindings(DataSourcePlan plan, Source source, DbtProject project, Emission.Builder out) {
        this.plan = plan;
        this.source = source;
        this.project = project;
        this.out = out;
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
        this.dbtSource = plan.names().dbtSource(source);
    }

    void emit() {
        project.declared(source).forEach(this::elsewhere);
        DeclaredFreshness freshness = new DeclaredFreshness(plan, source, project.dialect());
        project.declared(source).stream().flatMap(freshness::findings).forEach(out::finding);
        source.tables().stream()
                .flatMap(table -> disabled(table).stream())
                .distinct()
                .forEach(message -> act("dbt.source-disabled", message));
        if (!plan.platform().asWritten(Deviation.LOAD_TIME)) {
            LoadTime.of(plan).ifPresent(this::otherLoadTimes);
        }
        unreadable(dbtSource, project.fileOfSource(source));
        repeatedKeys(project.fileOfSource(source));
        for (Table table : source.tables()) {
            unreadable(dbtSource, project.fileOfTable(source, table));
            repeatedKeys(project.fileOfTable(source, table));
            repeatedKeys(project.fileOfDescription(source, table));
            unreadable(plan.names().stagingModel(source, table), project.fileOfDescription(source, table));
            otherModel(table);
        }
        project.stagingWithoutTags().ifPresent(this::tags);
        project.pathsWithoutStaging()
                .ifPresent(paths -> out.finding(Finding.act(
                        "dbt.folder",
                        Scope.loader(plan.loader().name()),
                        "dbt_project.yml has the model-paths " + paths + ", which leave out "
                                + plan.names().stagingFolder() + ": say where staging models are.",
                        "platform.folder(Folder.DBT_STAGING, \"...\")")));
    }

    /** A table that is added there would be read from another place than it is loaded into. */
    private void elsewhere(DeclaredSource declared) {
        Optional<String> database = declared.text("database");
        String schema = declared.text("schema").orElse(declared.name());
        String wantedDatabase = plan.names().database();
        String wantedSchema = plan.names().schema(source);
        if (differs(database.orElse(""), wantedDatabase) || differs(schema, wantedSchema)) {
            act(
                    "dbt.source-elsewhere",
                    declared.place() + ": the source " + dbtSource + " reads the schema " + schema + " of "
                            + database.map(name -> "the database " + name).orElse("dbt's own database")
                            + ", but " + plan.loader().name() + " loads into " + wantedDatabase + "." + wantedSchema
                            + ": give it database: " + wantedDatabase + " and schema: " + wantedSchema
                            + ", or rename it.");
        }
    }

    /** What Jinja gives is not known here. */
    private static boolean differs(String there, String wanted) {
        return !there.equalsIgnoreCase(wanted) && !there.contains("{{");
    }

    private Optional<String> disabled(Table table) {
        String file = project.fileOfTable(source, table);
        return project.declared(source).stream()
                .filter(declared -> declared.file().equals(file))
                .findFirst()
                .flatMap(declared -> declared.disabling(table.name()))
                .map(enabled -> file + ", line " + enabled.line() + ": the source " + dbtSource
                        + ", or a table of it, is disabled, and dbt refuses the models that read it: enable it there.");
    }

    private void otherLoadTimes(LoadTime own) {
        List<DeclaredSource> others = project.sourcesOfLoader().stream()
                .filter(declared -> declared.loadTime()
                        .filter(loadTime -> !loadTime.equals(own) && !loadTime.isOfRuns())
                        .isPresent())
                .toList();
        Set<LoadTime> times = others.stream()
                .flatMap(declared -> declared.loadTime().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (times.isEmpty()) {
            return;
        }
        LoadTime first = times.iterator().next();
        String values = times.stream().map(LoadTime::value).collect(Collectors.joining(", "));
        out.finding(Finding.act(
                Deviation.LOAD_TIME,
                scope,
                others.get(0).place() + ": " + named(others) + " " + values + " for the load time, this plan "
                        + own.value() + ": if they should agree, give the loader "
                        + (times.size() == 1 ? "theirs" : "the one that holds") + ".",
                first.setting(plan)));
    }

    private static String named(List<DeclaredSource> sources) {
        String names = sources.stream().map(DeclaredSource::name).distinct().collect(Collectors.joining(", "));
        return names + (names.contains(",") ? " take" : " takes");
    }

    private void unreadable(String name, String path) {
        project.models()
                .file(path)
                .filter(file -> file.mayDeclare(name))
                .flatMap(PropertyFile::fault)
                .ifPresent(fault -> unreadable(name, path, fault));
    }

    private void unreadable(String name, String path, Diagnostic fault) {
        act(
                "dbt.unreadable",
                path + ", line " + fault.line() + ": the file cannot be read but speaks of " + name
                        + ", which dbt would not take twice. " + fault.message() + " " + fault.hint());
    }

    /** dbt 1 reads the last of two values, from 1.10 on with a warning; dbt 2 refuses the file. */
    private void repeatedKeys(String path) {
        project.models().file(path).stream()
                .flatMap(file -> file.repeatedKeys().stream())
                .forEach(key -> act(
                        "dbt.key-twice",
                        path + ", line " + key.line() + ": the key \"" + key.text()
                                + "\" is written twice in one mapping, of which dbt takes the last or refuses the file:"
                                + " remove one."));
    }

    private void otherModel(Table table) {
        String path = project.fileOfModel(source, table);
        Set<String> read = project.sourcesReadBy(path);
        if (!read.isEmpty() && !read.contains(dbtSource)) {
            boolean bySource = plan.platform().stagingNaming() == StagingNaming.BY_SOURCE;
            String mend = bySource ? "" : "name models stg_" + dbtSource + "__" + table.name() + ", or ";
            out.finding(Finding.act(
                    Deviation.STAGING_NAME,
                    scope.table(table.name()),
                    path + ": the model reads the source " + String.join(", ", read) + " already, not " + dbtSource
                            + ": " + mend + "rename one of them.",
                    bySource ? "source.table(\"...\", ...)" : "platform.stagingNaming(StagingNaming.BY_SOURCE)"));
        }
    }

    private void tags(YamlNode staging) {
        String loader = plan.loader().name();
        out.finding(Finding.act(
                Deviation.FOLDER_TAGS,
                Scope.loader(loader),
                "dbt_project.yml, line " + staging.line()
                        + ": the folders of other loaders have tags, which selectors go by; add " + loader
                        + ": {+tags: [\"staging\", \"" + loader + "\"]} beside them."));
    }

    private void act(String code, String message) {
        out.finding(Finding.act(code, scope, message));
    }
}
