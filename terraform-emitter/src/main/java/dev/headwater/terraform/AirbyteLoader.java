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
import java.util.Map;
import java.util.Optional;

/** What sources through Airbyte need, each once: where its API is, and what Terraform has to know of it. */
final class AirbyteLoader extends PlanPart {

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
            if (managed.stream()
                    .anyMatch(source -> declared((Airbyte) source.method()).isEmpty())) {
                variable("airbyte_destination_id");
            }
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

    /** What other people have is left alone. */
    private void provider() {
        if (directory.blocks("provider", List.of("airbyte")).isEmpty()) {
            String text = Templates.AIRBYTE_PROVIDER.render(Map.of());
            out.fragment(Fragment.hclBlock(loader, directory.file("providers.tf"), text)
                    .startingWith(Templates.AIRBYTE_VERSIONS.render(Map.of()) + "\n"));
        }
    }

    private void variable(String name) {
        if (directory.blocks("variable", List.of(name)).isEmpty()) {
            String text = "variable \"" + name + "\" {\n  type = string\n}\n";
            out.fragment(Fragment.hclBlock(loader, directory.file("variables.tf"), text));
        }
    }

    private void resources(Source source, Airbyte airbyte) {
        String destination = declared(airbyte).orElse("var.airbyte_destination_id");
        new AirbyteResources(plan, source, airbyte, destination, existing, out).emit();
    }

    /** The destination that is there; a second one is never made. */
    private Optional<String> declared(Airbyte airbyte) {
        return directory.blocks("resource").stream()
                .filter(resource -> resource.isOf("airbyte_destination"))
                .filter(resource -> resource.literal("name")
                        .filter(airbyte.destination()::equals)
                        .isPresent())
                .map(resource -> resource.address() + ".destination_id")
                .findFirst();
    }
}
