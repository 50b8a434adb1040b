package dev.headwater.prefect;

import dev.headwater.emit.Address;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.method.Airbyte;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.Run.RemoteJob;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Folder;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.PythonLine;
import dev.headwater.render.PythonString;
import dev.headwater.render.Template;
import java.util.Map;

/** A flow that starts a sync of Airbyte and waits for it. */
final class AirbyteFlow {

    private static final Template TEMPLATE =
            Template.read(AirbyteFlow.class.getResourceAsStream("airbyte_flow.py.tmpl"), "airbyte_flow.py.tmpl");

    private final DataSourcePlan plan;
    private final Source source;
    private final RemoteJob job;
    private final Scope loader;
    private final Scope scope;
    private final String secret;

    AirbyteFlow(DataSourcePlan plan, Source source, RemoteJob job) {
        this.plan = plan;
        this.source = source;
        this.job = job;
        this.loader = Scope.loader(plan.loader().name());
        this.scope = loader.source(source.name());
        this.secret =
                MarkdownText.code(plan.platform().secretPrefix() + plan.loader().name() + "/api-credentials");
    }

    String text() {
        Map<String, String> values = FlowFile.common(plan.names(), source);
        values.put("connection", PythonString.encode(job.name()));
        values.put("secret", PythonString.encode("the secret " + Airbyte.apiSecret(plan)));
        values.put("variable", PythonString.encode(Airbyte.apiVariable(plan)));
        values.put("connection_key", PythonString.encode(connectionKey()));
        return PythonLine.wrapped(TEMPLATE.render(values));
    }

    private String connectionKey() {
        return source.name() + "_connection_id";
    }

    /** What the flow needs besides its file. */
    Emission steps(String repository) {
        return Emission.builder()
                .finding(
                        Finding.know(
                                Deviation.AIRBYTE_SCHEDULE,
                                scope,
                                "Airbyte's own schedule is manual, and a Prefect flow starts the sync, as it does all other loads."))
                .finding(Finding.know(
                        Deviation.AIRBYTE_TOKEN,
                        scope,
                        "Airbyte's API keys are gone: the flow fetches a token by client id and secret, and a new one while"
                                + " it waits."))
                .step(credentials())
                .step(merge(MarkdownText.inline(repository)))
                .build();
    }

    private Step credentials() {
        return Step.manual(
                        loader,
                        "airbyte.credentials." + loader,
                        Stage.CREDENTIALS,
                        "Give the worker the environment variable " + MarkdownText.code(Airbyte.apiVariable(plan))
                                + ", in which its flows find Airbyte (RB38)",
                        "All of the secret " + secret
                                + " in AWS Secrets Manager, for example in the work pool's job template. It is JSON with the"
                                + " keys `client_id`, `client_secret`, `workspace_id` and `api_url`"
                                + " (`https://api.airbyte.com/v1`, or `https://<host>/api/public/v1`); an application in"
                                + " Airbyte's settings has the first two.")
                .reaches(Milestone.CREDENTIALS_STORED);
    }

    /** As a pipeline's emitter says it of the same repository. */
    private Step merge(String repository) {
        return Step.merge(
                        scope,
                        "data-pipelines.merge",
                        Stage.ORCHESTRATION,
                        "Create a pull request in the " + repository + " repository, get approval, and merge",
                        "CI deploys the flows. Go on when it is through.")
                .after("airbyte.credentials." + loader)
                .waitsFor(Milestone.APPLIED)
                .reaches(Milestone.DEPLOYED)
                .covers(new Address.File(plan.platform().folder(Folder.FLOWS) + "/"
                        + plan.names().flowModule(source) + ".py"))
                .undoneBy(Step.manual(
                        scope,
                        "data-pipelines.revert",
                        Stage.ORCHESTRATION,
                        "Revert the pull request in the " + repository + " repository",
                        ""));
    }
}
