package dev.headwater.prefect;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Names;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Folder;
import dev.headwater.prefect.Deployments.Runner;
import dev.headwater.problem.Diagnostic;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.ShellWord;
import dev.headwater.render.Template;
import dev.headwater.render.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flow of one source, its deployment, and what to do about them. */
final class SourceFlow {

    private static final Template DEPLOYMENT = template("deployment.yml.tmpl");

    /** How many deployments a finding names. */
    private static final int MANY = 3;

    private final DataSourcePlan plan;
    private final Source source;
    private final FlowFile flow;
    private final Deployments deployments;
    private final StartTimes starts;
    private final Emission.Builder out;
    private final Names names;

    /** Tells this source's steps from those of others. */
    private final String id;

    private final Scope scope;
    private final String flows;
    private final String deployment;

    SourceFlow(
            DataSourcePlan plan,
            Source source,
            FlowFile flow,
            Deployments deployments,
            StartTimes starts,
            Emission.Builder out) {
        this.plan = plan;
        this.source = source;
        this.flow = flow;
        this.deployments = deployments;
        this.starts = starts;
        this.out = out;
        this.names = plan.names();
        this.id = plan.loader().name() + "." + source.name();
        this.scope = Scope.loader(plan.loader().name()).source(source.name());
        this.flows = plan.platform().folder(Folder.FLOWS);
        this.deployment = names.deployment(source);
    }

    private static Template template(String name) {
        return Template.read(SourceFlow.class.getResourceAsStream(name), name);
    }

    void emit() {
        out.fragment(Fragment.file(scope, flows + "/__init__.py", "").once());
        out.fragment(Fragment.file(scope, file(), flow.text()));
        Address.YamlItem address = Address.yaml(Deployments.FILE).item("deployments", "name", deployment);
        out.fragment(Fragment.yamlItem(scope, address, this::deployment)
                .startingWith(deployments.head())
                .obstructedBy(others()));
        findings();
        steps();
    }

    /**
     * One that was renamed, whose flow was moved, or whose function a change of the cadence takes away, is not to get a
     * second beside it.
     */
    private List<Obstacle> others() {
        return Stream.concat(
                        deployments.runners(file()).stream().map(this::obstacle),
                        flow.pipeline().stream().flatMap(this::obstaclesElsewhere))
                .toList();
    }

    private Stream<Obstacle> obstaclesElsewhere(String pipeline) {
        return deployments.runnersElsewhere(file(), pipeline).stream()
                .map(other -> new Obstacle(
                        Deployments.FILE,
                        new Diagnostic(
                                "prefect.second-deployment",
                                other.line(),
                                "The deployment '" + other.deployment() + "' starts " + other.function() + " of "
                                        + other.file() + ", which imports " + pipeline + " already.",
                                "Move the flow to " + file() + " and call its deployment " + deployment
                                        + ", or remove it; then delete what Prefect has by its old name."),
                        false));
    }

    private Obstacle obstacle(Runner other) {
        String function = names.flowFunction(source);
        boolean gone = !other.function().equals(function);
        return new Obstacle(
                Deployments.FILE,
                new Diagnostic(
                        "prefect.second-deployment",
                        other.line(),
                        "The deployment '" + other.deployment() + "' starts " + other.function() + " of " + file()
                                + (gone ? ", which has " + function + " alone." : " already."),
                        "Make it this source's deployment by the name " + deployment
                                + ", or remove it; then delete what Prefect has by its old name."),
                gone);
    }

    private String file() {
        return flows + "/" + names.flowModule(source) + ".py";
    }

    private String deployment() {
        return DEPLOYMENT.render(Map.of(
                "deployment", YamlText.scalar(deployment),
                "entrypoint", file() + ":" + names.flowFunction(source),
                "description", YamlText.quoted(FlowFile.cadence(source) + " " + names.module(source) + " load"),
                "work_pool", YamlText.scalar(plan.platform().workPool()),
                "cron", YamlText.quoted(source.schedule().cron().orElseThrow()),
                "time_zone", YamlText.quoted(source.schedule().timeZone()),
                "loader", YamlText.scalar(names.loaderTag()),
                "source", YamlText.scalar(names.kebab(source)),
                "cadence", YamlText.scalar(source.schedule().cadence().replace('_', '-'))));
    }

    private void findings() {
        sameMinute();
        out.all(flow.besides());
        if (!deploysAll()) {
            out.finding(Finding.know(
                    Deviation.DEPLOY_ONE,
                    scope,
                    "prefect deploy --all deploys everything; the runbook's step names this deployment."));
        }
    }

    private boolean deploysAll() {
        return plan.platform().asWritten(Deviation.DEPLOY_ONE);
    }

    private void sameMinute() {
        Set<String> together = starts.together(source);
        if (together.size() == 1 || plan.platform().sharedMinutes()) {
            return;
        }
        String first = together.stream().limit(MANY).collect(Collectors.joining(", "));
        int more = Math.max(0, together.size() - MANY);
        out.finding(Finding.act(
                Deviation.SAME_MINUTE,
                scope,
                first + (more > 0 ? " and " + more + " more" : "")
                        + " start in the same minute: choose another one if they share an account, a warehouse or an API.",
                "platform.sharedMinutes(true)"));
    }

    private void steps() {
        String name = deployment + "/" + deployment;
        out.step(Step.command(
                        scope,
                        "prefect.deploy." + id,
                        Stage.ORCHESTRATION,
                        "Deploy " + MarkdownText.code(deployment) + ", if CI does not",
                        deploysAll()
                                ? "prefect deploy --all"
                                : "prefect --no-prompt deploy --name " + ShellWord.encode(deployment))
                .note("Where CI runs `prefect deploy --all`, it does.")
                .waitsFor(Milestone.DEPLOYED)
                .covers(Address.yaml(Deployments.FILE).item("deployments", "name", deployment))
                .undoneBy(Step.command(
                                scope,
                                "prefect.delete." + id,
                                Stage.ORCHESTRATION,
                                "Delete the deployment",
                                "prefect deployment delete " + ShellWord.encode(name))
                        .note("It stays when its entry goes.")));
        out.step(Step.command(
                        scope,
                        "first-run." + id,
                        Stage.FIRST_RUN,
                        "Run the first load of " + MarkdownText.inline(source.displayName())
                                + " and see that it completes",
                        "prefect deployment run " + ShellWord.encode(name) + " --watch")
                .note("The dbt tests need its rows.")
                .after("prefect.deploy." + id)
                .reaches(Milestone.LOADED));
        out.step(Step.command(
                        scope,
                        "prefect.check." + id,
                        Stage.VERIFICATION,
                        "The pipeline runs successfully",
                        "prefect flow-run ls --flow-name " + ShellWord.encode(deployment) + " --limit 5")
                .note("In the Prefect UI, or by its last runs."));
    }
}
