package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Address;
import dev.headwater.emit.Finding;
import dev.headwater.method.Airbyte;
import dev.headwater.method.Airbyte.ManagedBy;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.testkit.Emitted;
import dev.headwater.testkit.EmitterLaws;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Terraform needs to know of Airbyte, beside what people have of it already. */
class AirbyteLoaderTest {

    private static final String FOLDER = "airbyte/config/";
    private static final String PROVIDER = "provider \"airbyte\" {\n  bearer_auth = var.token\n}\n";

    private static final String CONNECTION = "airbyte/config: resource \"airbyte_connection\" \"hubspot\"";

    /** By which a folder is people's. */
    private static final String TOKEN = "variable \"token\" {\n  type = string\n}\n\n";

    private static DataSourcePlan plan() {
        return DataSourcePlan.builder()
                .loader(Loader.airbyte())
                .source(
                        "hubspot",
                        Airbyte.connector(
                                "HubSpot",
                                airbyte -> airbyte.secret("token", Secret.named("token"))
                                        .managedBy(ManagedBy.TERRAFORM)),
                        source -> source.table(
                                "contacts",
                                table -> table.description("One row per contact.")
                                        .from(Airbyte.stream("contacts"))
                                        .merge("id")))
                .build();
    }

    private static Emitted with(String file, String text) {
        return Emitted.by(
                new TerraformEmitter(),
                plan(),
                House.siblings().with(FOLDER + file, text).repository());
    }

    private static List<String> inFolder(Emitted emitted) {
        return emitted.fragments().stream()
                .map(fragment -> fragment.address())
                .filter(Address.HclBlock.class::isInstance)
                .map(Address.HclBlock.class::cast)
                .filter(block -> (block.directory() + "/").equals(FOLDER))
                .map(block -> block.type() + "." + String.join(".", block.labels()))
                .toList();
    }

    private static List<String> codes(Emitted emitted) {
        return emitted.findings().stream()
                .map(Finding::code)
                .filter(code -> code.startsWith("airbyte."))
                .toList();
    }

    @Test
    void aNewFolderGetsAllThatItNeeds() {
        Emitted emitted =
                Emitted.by(new TerraformEmitter(), plan(), House.siblings().repository());

        assertThat(inFolder(emitted))
                .containsExactly(
                        "terraform.",
                        "provider.airbyte",
                        "variable.airbyte_client_id",
                        "variable.airbyte_client_secret",
                        "variable.airbyte_server_url",
                        "variable.airbyte_workspace_id",
                        "variable.airbyte_destination_id",
                        "variable.hubspot__token",
                        "data.airbyte_connector_configuration.hubspot",
                        "resource.airbyte_source.hubspot",
                        "resource.airbyte_connection.hubspot");
        assertThat(codes(emitted)).contains("airbyte.state").doesNotContain("airbyte.provider");
    }

    @Test
    void aProviderThatPeopleHaveIsTheirs() {
        Emitted emitted = with("main.tf", TOKEN + PROVIDER);

        assertThat(inFolder(emitted)).doesNotContain("terraform.", "provider.airbyte", "variable.airbyte_client_id");
        assertThat(codes(emitted)).doesNotContain("airbyte.state", "airbyte.provider");
    }

    @Test
    void aFolderWithoutOneIsAFinding() {
        assertThat(codes(with("main.tf", TOKEN + "provider \"airbyte\" {\n  alias = \"eu\"\n}\n")))
                .contains("airbyte.provider");
        assertThat(codes(with("main.tf", TOKEN + "provider \"aws\" {\n}\n"))).contains("airbyte.provider");
    }

    @Test
    void theDestinationThatIsDeclaredIsTaken() {
        String destination = "resource \"airbyte_destination\" \"all\" {\n  name = \"snowflake-airbyte\"\n";

        assertThat(with("main.tf", TOKEN + PROVIDER + destination + "}\n").text(CONNECTION))
                .contains("destination_id                       = airbyte_destination.all.destination_id\n");
        assertThat(with("main.tf", TOKEN + PROVIDER + destination + "  for_each = var.all\n}\n")
                        .text(CONNECTION))
                .contains("= var.airbyte_destination_id\n");
    }

    @Test
    void destinationsThatAreNamedHaveVariablesOfTheirOwn() {
        DataSourcePlan plan = plan().toBuilder()
                .source(
                        "stripe",
                        Airbyte.connector(
                                "Stripe",
                                airbyte -> airbyte.destination("Snowflake EU").managedBy(ManagedBy.TERRAFORM)),
                        source -> source.table(
                                "charges",
                                table -> table.description("One row per charge.")
                                        .from(Airbyte.stream("charges"))
                                        .merge("id")))
                .build();

        Emitted emitted =
                Emitted.by(new TerraformEmitter(), plan, House.siblings().repository());

        assertThat(inFolder(emitted))
                .contains("variable.airbyte_destination_id", "variable.airbyte_destination_snowflake_eu_id");
        assertThat(emitted.text(CONNECTION)).contains("= var.airbyte_destination_id\n");
        assertThat(emitted.text(CONNECTION.replace("hubspot", "stripe")))
                .contains("= var.airbyte_destination_snowflake_eu_id\n");
    }

    @Test
    void theLawsAreKept() {
        EmitterLaws.requireKept(new TerraformEmitter(), plan(), house(Map.of(FOLDER + "main.tf", TOKEN + PROVIDER)));
        EmitterLaws.requireKept(new TerraformEmitter(), plan(), house(Map.of()));
    }

    private static Map<String, String> house(Map<String, String> files) {
        Map<String, String> all = new HashMap<>(files);
        all.put("snowflake/config/loaders.tf", """
                module "database_airbyte" {
                  source        = "./modules/snowflake_database"
                  database_name = "AIRBYTE"
                }

                module "user_svc_airbyte" {
                  source    = "./modules/snowflake_user"
                  user_name = "SVC_AIRBYTE"
                }
                """);
        return all;
    }
}
