package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Milestone;
import dev.headwater.emit.Step.Stage;
import dev.headwater.method.Airbyte;
import dev.headwater.method.Airbyte.ManagedBy;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.platform.Folder;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.ShellWord;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done for Airbyte once Terraform is merged. */
final class AirbyteSteps extends PlanPart {

    AirbyteSteps(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
    }

    @Override
    void emit() {
        List<Source> sources = plan.sources().stream()
                .filter(source -> source.method() instanceof Airbyte)
                .toList();
        if (!sources.isEmpty() && plan.loader().isNew()) {
            apiCredentials();
        }
        List<Source> managed = sources.stream()
                .filter(source -> ((Airbyte) source.method()).managedBy() == ManagedBy.TERRAFORM)
                .toList();
        if (!managed.isEmpty()) {
            apply(managed);
        }
    }

    private void apiCredentials() {
        String name = Airbyte.apiSecret(plan);
        out.step(Step.command(
                        loader,
                        step("store-api-credentials", loader),
                        Stage.CREDENTIALS,
                        "Store the credentials of Airbyte's API in " + MarkdownText.code(name) + " (RB38)",
                        CredentialSteps.store(
                                List.of("client_id", "client_secret", "workspace_id", "api_url"),
                                "put-secret-value --secret-id",
                                name,
                                platform))
                .note("Each value is asked for; an application in Airbyte's settings has the first two.")
                .after(DeploySteps.MERGE)
                .reaches(Milestone.CREDENTIALS_STORED));
    }

    private void apply(List<Source> managed) {
        String folder = Configuration.shown(platform.folder(Folder.AIRBYTE_CONFIG));
        Stream<String> ofSources = managed.stream()
                .flatMap(source -> AirbyteResources.secrets((Airbyte) source.method())
                        .map(secret -> AirbyteResources.variable(source, secret)));
        String asked = Stream.concat(Stream.of("airbyte_client_id", "airbyte_client_secret"), ofSources)
                .map(variable ->
                        "read -rs -p '" + variable + ": ' TF_VAR_" + variable + " && export TF_VAR_" + variable + "\n")
                .collect(Collectors.joining());
        out.step(Step.command(
                        loader,
                        step("apply-airbyte", loader),
                        Stage.INGESTION,
                        "Make sources and connections in Airbyte by Terraform, if CI does not",
                        asked + "cd " + ShellWord.encode(folder) + " && terraform init && terraform apply")
                .note("The ids of the workspace and of the destination, which has to be there, and Airbyte's URL"
                        + " (`https://api.airbyte.com/v1`, or `https://<host>/api/public/v1/`) go into `terraform.tfvars`."
                        + " Terraform's state holds the secrets, so it must be private. Where CI applies this folder, its"
                        + " variables have to be there before the merge.")
                .after(DeploySteps.MERGE)
                .undoneBy(Step.command(
                                loader,
                                step("destroy-airbyte", loader),
                                Stage.INGESTION,
                                "Destroy the connections and sources in Airbyte",
                                asked + "cd " + ShellWord.encode(folder) + " && terraform destroy" + targets(managed))
                        .note("Before the pull request is reverted, which would take their configuration away.")));
    }

    private static String targets(List<Source> managed) {
        return managed.stream()
                .map(source ->
                        " -target=airbyte_connection." + source.name() + " -target=airbyte_source." + source.name())
                .collect(Collectors.joining());
    }
}
