package dev.headwater.dbt;

import dev.headwater.document.YamlNode;
import dev.headwater.document.YamlNode.Entry;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Platform.StagingNaming;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What other people wrote in the dbt repository that does not go with the plan. */
final class RepositoryFindings {

    private final DataSourcePlan plan;
    private final DbtProject project;
    private final Emission.Builder out;
    private final Scope loader;

    RepositoryFindings(DataSourcePlan plan, DbtProject project, Emission.Builder out) {
        this.plan = plan;
        this.project = project;
        this.out = out;
        this.loader = Scope.loader(plan.loader().name());
    }

    void ofProject() {
        project.file()
                .fault()
                .ifPresentOrElse(
                        fault -> act(
                                "dbt.project",
                                loader,
                                DbtProject.FILE + (fault.line() > 0 ? ", line " + fault.line() : "")
                                        + ": the file cannot be read, so models go to " + project.folder()
                                        + " whatever its model-paths are. " + fault.message() + " " + fault.hint()),
                        this::elsewhere);
        project.stagingWithoutTags(plan.loader().name()).ifPresent(this::tags);
        if (project.leavesOutStaging()) {
            out.finding(Finding.act(
                    "dbt.folder",
                    loader,
                    DbtProject.FILE + " has the model-paths " + String.join(", ", project.paths())
                            + ", which leave out " + project.folder() + ": say where staging models are.",
                    "platform.folder(Folder.DBT_STAGING, \"...\")"));
        }
    }

    private void elsewhere() {
        if (project.isElsewhere()) {
            act(
                    "dbt.project",
                    loader,
                    DbtProject.FILE + " is not there, nor any model, so models go to " + project.folder()
                            + ": see that the repository's directory is the one of the dbt project.");
        }
    }

    private void tags(YamlNode staging) {
        String name = plan.loader().name();
        out.finding(Finding.act(
                Deviation.FOLDER_TAGS,
                loader,
                DbtProject.FILE + ", line " + staging.line()
                        + ": the folders of other loaders have tags, which selectors go by; add " + name
                        + ": {+tags: [\"staging\", \"" + name + "\"]} beside them."));
    }

    void of(Source source) {
        String name = plan.names().dbtSource(source);
        ModelFolders models = project.models();
        List<DeclaredSource> declared = models.declared(name);
        DeclaredFreshness freshness = new DeclaredFreshness(plan, source, project.dialect());
        declared.forEach(it -> otherData(source, it));
        declared.stream().flatMap(freshness::findings).forEach(out::finding);
        disabled(source, declared);
        if (!plan.platform().asWritten(Deviation.LOAD_TIME)) {
            LoadTime.of(plan).ifPresent(own -> otherLoadTimes(source, own));
        }
        unreadable(source, name, models.fileOfSource(name));
        for (Table table : source.tables()) {
            String model = plan.names().stagingModel(source, table);
            unreadable(source, name, models.fileOfTable(name, table.name()));
            unreadable(source, model, models.fileOfDescription(model));
            otherModel(source, table);
        }
    }

    /** A table that is added there would be read from another place than it is loaded into. */
    private void otherData(Source source, DeclaredSource declared) {
        Optional<String> database = declared.text("database");
        String schema = declared.text("schema").orElse(declared.name());
        String wantedDatabase = plan.names().database();
        String wantedSchema = plan.names().schema(source);
        if (differs(database.orElse(""), wantedDatabase) || differs(schema, wantedSchema)) {
            act(
                    "dbt.source-elsewhere",
                    loader.source(source.name()),
                    declared.place() + ": the source " + declared.name() + " reads the schema " + schema + " of "
                            + database.map(it -> "the database " + it).orElse("dbt's own database")
                            + ", but " + plan.loader().name() + " loads into " + wantedDatabase + "." + wantedSchema
                            + ": give it database: " + wantedDatabase + " and schema: " + wantedSchema
                            + ", or rename it.");
        }
    }

    /** What Jinja gives is not known here. */
    private static boolean differs(String there, String wanted) {
        return !there.equalsIgnoreCase(wanted) && !there.contains("{{");
    }

    private void disabled(Source source, List<DeclaredSource> declared) {
        for (DeclaredSource it : declared) {
            source.tables().stream()
                    .filter(table -> it.file().equals(project.models().fileOfTable(it.name(), table.name())))
                    .flatMap(table -> it.disabling(table.name()).stream())
                    .map(YamlNode::line)
                    .distinct()
                    .forEach(line -> act(
                            "dbt.source-disabled",
                            loader.source(source.name()),
                            it.file() + ", line " + line + ": the source " + it.name()
                                    + ", or a table of it, is disabled, and dbt refuses the models that read it: enable"
                                    + " it there."));
        }
    }

    private void otherLoadTimes(Source source, LoadTime own) {
        List<DeclaredSource> others = project.models().sources().stream()
                .filter(this::isOfLoader)
                .filter(declared -> declared.loadTime()
                        .filter(there -> !there.equals(own) && !there.isOfRuns())
                        .isPresent())
                .toList();
        List<LoadTime> times = others.stream()
                .flatMap(declared -> declared.loadTime().stream())
                .distinct()
                .toList();
        if (times.isEmpty()) {
            return;
        }
        String names = others.stream().map(DeclaredSource::name).distinct().collect(Collectors.joining(", "));
        out.finding(Finding.act(
                Deviation.LOAD_TIME,
                loader.source(source.name()),
                others.get(0).place() + ": " + names + (names.contains(",") ? " take " : " takes ")
                        + times.stream().map(LoadTime::value).collect(Collectors.joining(", "))
                        + " for the load time, this plan "
                        + own.value() + ": if they should agree, give the loader "
                        + (times.size() == 1 ? "theirs" : "the one that holds") + ".",
                times.get(0).setting(plan)));
    }

    /** Whether a source is in the loader's folder, or called like its sources. */
    private boolean isOfLoader(DeclaredSource source) {
        return source.file().startsWith(project.folder() + "/")
                || source.name().startsWith(plan.loader().name() + "_");
    }

    /**
     * Of a key that is written twice, dbt 1 reads the last value, from 1.10 on with a warning; dbt 2 refuses the file.
     */
    private void unreadable(Source source, String name, String path) {
        Scope scope = loader.source(source.name());
        project.models()
                .fault(path, name)
                .ifPresent(fault -> act(
                        "dbt.unreadable",
                        scope,
                        path + ", line " + fault.line() + ": the file cannot be read but speaks of " + name
                                + ", which dbt would not take twice. " + fault.message() + " " + fault.hint()));
        for (Entry again : project.models().repeatedKeys(path)) {
            act(
                    "dbt.key-twice",
                    scope,
                    path + ", line " + again.key().line() + ": the key \""
                            + again.key().text()
                            + "\" is written twice in one mapping, of which dbt takes the last or refuses the file:"
                            + " remove one.");
        }
    }

    private void otherModel(Source source, Table table) {
        String path = project.models().fileOfModel(plan.names().stagingModel(source, table));
        String own = plan.names().dbtSource(source);
        Set<String> read = project.models().sourcesReadBy(path);
        if (!read.isEmpty() && !read.contains(own)) {
            boolean bySource = plan.platform().stagingNaming() == StagingNaming.BY_SOURCE;
            String mend = bySource ? "" : "name models stg_" + own + "__" + table.name() + ", or ";
            out.finding(Finding.act(
                    Deviation.STAGING_NAME,
                    loader.source(source.name()).table(table.name()),
                    path + ": the model reads the source " + String.join(", ", read) + " already, not " + own + ": "
                            + mend + "rename one of them.",
                    bySource ? "source.table(\"...\", ...)" : "platform.stagingNaming(StagingNaming.BY_SOURCE)"));
        }
    }

    private void act(String code, Scope scope, String message) {
        out.finding(Finding.act(code, scope, message));
    }
}
