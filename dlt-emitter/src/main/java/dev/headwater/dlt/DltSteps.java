package dev.headwater.dlt;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.platform.Folder;
import dev.headwater.render.MarkdownText;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to do about a dlt source: dependencies, a test on DuckDB, credentials for the worker, merge. */
final class DltSteps {

    private static final String MERGE = "data-pipelines.merge";

    private final DataSourcePlan plan;
    private final Source source;
    private final Destination destination;
    private final String repository;
    private final Emission.Builder out;
    private final Names names;

    /** Tells this source's steps from those of others. */
    private final String id;

    private final String module;

    private final Scope scope;

    DltSteps(DataSourcePlan plan, Source source, Destination destination, String repository, Emission.Builder out) {
        this.plan = plan;
        this.source = source;
        this.destination = destination;
        this.repository = MarkdownText.inline(repository);
        this.out = out;
        this.names = plan.names();
        this.id = plan.loader().name() + "." + source.name();
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
        this.module = names.module(source);
    }

    void emit() {
        credentials();
        dependencies();
        test();
        merge();
    }

    /** RB34, first strategy: environment variables by dlt's own names. */
    private void credentials() {
        String own = source.method().secrets().stream()
                .map(Secret::name)
                .map(secret -> row(variable(secret), names.sourceSecret(source), secret))
                .collect(Collectors.joining());
        String rows = destination.credentials() + own;
        String table = rows.isEmpty()
                ? ""
                : "From AWS Secrets Manager, for example in the work pool's job template:\n\n"
                        + "| variable | secret | key |\n|---|---|---|\n" + rows + "\n";
        Step step = Step.manual(
                scope,
                "dlt.credentials." + id,
                Stage.CREDENTIALS,
                rows.isEmpty()
                        ? "Let the worker write where the pipeline puts its files"
                        : "Give the worker the environment variables in which its dlt finds the credentials (RB34)",
                table + destination.permissions() + "Another base URL goes into "
                        + MarkdownText.code(variable(UrlArguments.base(module))) + ".");
        out.step(storesCredentials() ? step.waitsFor(Milestone.CREDENTIALS_STORED) : step);
    }

    /** Those of a loader that is there already are stored. */
    private boolean storesCredentials() {
        boolean key = !destination.isBucket()
                && plan.loader().isNew()
                && plan.loader().hasServiceAccount();
        return key || !source.method().secrets().isEmpty();
    }

    static String row(String variable, String secret, String key) {
        return "| " + MarkdownText.code(variable) + " | " + MarkdownText.code(secret) + " | " + MarkdownText.code(key)
                + " |\n";
    }

    private String variable(String argument) {
        return variable(module, argument);
    }

    /** Where dlt looks an argument of a source up first. */
    static String variable(String module, String argument) {
        return "SOURCES__" + upper(module) + "__" + upper(argument);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private void dependencies() {
        out.step(Step.manual(
                scope,
                "dlt.dependencies" + (destination.isBucket() ? ".upload" : ""),
                Stage.INGESTION,
                "See that `pyproject.toml` and the worker's image have what the pipeline imports (RB37)",
                "- " + MarkdownText.code(destination.requirement())
                        + (destination.isBucket() ? "" : " (DuckDB below 2 for local tests)")
                        + ", Python 3.11 or later"));
    }

    /** Step 4.4, without an edit that would be committed (RB12). */
    private void test() {
        String secrets = source.method().secrets().stream()
                .map(secret -> "read -rs -p '" + secret.name() + ": ' " + variable(secret.name()) + " && export "
                        + variable(secret.name()) + "\n")
                .collect(Collectors.joining());
        out.step(Step.command(
                        scope,
                        "dlt.test." + id,
                        Stage.INGESTION,
                        "Test " + MarkdownText.inline(source.displayName())
                                + (destination.isBucket() ? " locally, into a folder" : " locally with DuckDB")
                                + " (RB12)",
                        secrets + destination.localRun() + "python -m " + names.pipeline(source) + "\n")
                .note("From the root of the " + repository + " repository. The credentials may also stand in"
                        + " `.dlt/secrets.toml` below " + MarkdownText.code("[sources." + module + "]")
                        + ", which git ignores."));
    }

    private void merge() {
        Step undo = Step.manual(
                scope,
                "data-pipelines.revert",
                Stage.ORCHESTRATION,
                "Revert the pull request in the " + repository + " repository",
                "");
        out.step(Step.merge(
                        scope,
                        MERGE,
                        Stage.ORCHESTRATION,
                        "Create a pull request in the " + repository + " repository, get approval, and merge",
                        "CI deploys the flows. Go on when it is through.")
                .after("dlt.credentials." + id, "dlt.test." + id)
                .waitsFor(Milestone.APPLIED)
                .reaches(Milestone.DEPLOYED)
                .covers(new Address.File(plan.platform().folder(Folder.PIPELINES) + "/" + module + ".py"))
                .undoneBy(undo));
    }
}
