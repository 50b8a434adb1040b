package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Scope;
import dev.headwater.method.Airbyte;
import dev.headwater.method.Airbyte.ManagedBy;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Folder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What sources through Airbyte need, each once: where its API is, and what Terraform has to know of it. */
final class AirbyteLoader extends PlanPart {

    static final String VARIABLES = "variables.tf";

    private final TerraformDirectory directory;

    AirbyteLoader(DataSourcePlan plan, ExistingTerraform existing, Emission.Builder out) {
        super(plan, existing, out);
        this.directory = existing.view.terraform(platform.folder(Folder.AIRBYTE_CONFIG));
    }

    @Override
    void emit() {
        List<Source> sources = plan.sources().stream()
                .filter(source -> source.method() instanceof Airbyte)
                .toList();
        if (!sources.isEmpty() && plan.loader().isNew()) {
            apiCredentials(plan).emit(existing, out);
        } else if (!sources.isEmpty()
                && existing.secrets.maker(Airbyte.apiSecret(plan)).isEmpty()) {
            out.finding(Finding.act(
                    "airbyte.api-secret",
                    loader,
                    "Nothing in " + existing.aws.shownFolder() + " makes the secret " + Airbyte.apiSecret(plan)
                            + ", in which flows and requests find Airbyte: see that it is there, with client_id,"
                            + " client_secret, workspace_id and api_url."));
        }
        sources.forEach(source -> out.finding(Finding.know(
                Deviation.AIRBYTE_NAMESPACE,
                scope(source),
                "The connection has the namespace " + names.schema(source)
                        + " as a custom format: the destination's own schema is that of all its connections.")));
        List<Source> managed = sources.stream()
                .filter(source -> ((Airbyte) source.method()).managedBy() == ManagedBy.TERRAFORM)
                .toList();
        if (!managed.isEmpty()) {
            provider();
            variable("airbyte_workspace_id");
            managed.stream()
                    .map(source -> (Airbyte) source.method())
                    .filter(airbyte -> declared(airbyte).isEmpty())
                    .map(this::destinationVariable)
                    .distinct()
                    .forEach(this::variable);
            managed.forEach(source -> resources(source, (Airbyte) source.method()));
        }
    }

    /** RB38: of the secret in which flows find Airbyte. */
    static SecretContainer apiCredentials(DataSourcePlan plan) {
        String name = plan.loader().name();
        return new SecretContainer(
                Scope.loader(name),
                Airbyte.apiSecret(plan),
                name + "_api_credentials",
                "Application of Airbyte's API, and where it is.");
    }

    /** A new folder gets all that Terraform needs to know of Airbyte; in one that people have, that is their choice. */
    private void provider() {
        if (directory.blocks().isEmpty() && directory.isKnown()) {
            block("providers.tf", Templates.AIRBYTE_VERSIONS.render(Map.of()));
            block("providers.tf", Templates.AIRBYTE_PROVIDER.render(Map.of()));
            variable("airbyte_client_id");
            block(VARIABLES, "variable \"airbyte_client_secret\" {\n  type      = string\n  sensitive = true\n}\n");
            variable("airbyte_server_url");
            out.finding(Finding.act(
                    "airbyte.state",
                    loader,
                    Configuration.shown(directory.path())
                            + " is new: give it the backend that the other folders have before"
                            + " it is applied, because its state holds the secrets of the sources."));
        } else if (!isProviderThere()) {
            out.finding(Finding.act(
                    "airbyte.provider",
                    loader,
                    "Nothing in " + Configuration.shown(directory.path())
                            + " configures the provider airbyte without an alias:"
                            + " add it, with airbytehq/airbyte 1.1 or later among its required_providers."));
        }
    }

    private boolean isProviderThere() {
        return existing.view.withOwn().terraform(directory.path()).blocks("provider", List.of("airbyte")).stream()
                .anyMatch(provider -> provider.value("alias").isEmpty());
    }

    /** What is there by that name is people's. */
    private void block(String file, String text) {
        out.fragment(Fragment.hclBlock(loader, directory.file(file), text).once());
    }

    private void variable(String name) {
        block(VARIABLES, "variable \"" + name + "\" {\n  type = string\n}\n");
    }

    private void resources(Source source, Airbyte airbyte) {
        String destination = declared(airbyte).orElse("var." + destinationVariable(airbyte));
        new AirbyteResources(plan, source, airbyte, destination, existing, out).emit();
    }

    /** Each loader has a destination of its own, and one that the plan names has a variable of its own. */
    private String destinationVariable(Airbyte airbyte) {
        String named = airbyte.destination()
                .map(name -> "_" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
                .orElse("");
        return plan.loader().name() + "_destination" + named + "_id";
    }

    /** The destination that is there; a second one is never made. */
    private Optional<String> declared(Airbyte airbyte) {
        return directory.blocks("resource").stream()
                .filter(resource -> resource.isOf("airbyte_destination"))
                .filter(resource -> !resource.isRepeated())
                .filter(resource -> resource.literal("name")
                        .filter(airbyte.destination(names)::equals)
                        .isPresent())
                .map(resource -> resource.address() + ".destination_id")
                .findFirst();
    }
}
