package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder in which nobody has anything gets no new root module in silence. */
class FolderTest {

    private static final String CODE = "terraform.folder";
    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());
    private static final House FLAT = House.withModules("terraform/snowflake/modules")
            .sharedModules("terraform/snowflake")
            .providers("terraform/snowflake")
            .with("terraform/aws/secrets.tf", "resource \"aws_secretsmanager_secret\" \"x\" {\n  name = \"x\"\n}\n");

    @Test
    void foldersThatLookLikeItAreNamedWithTheMend() {
        assertThat(Heard.of(EXISTING, FLAT.repository()).findings(CODE))
                .containsExactly(
                        "ACT There is no Terraform in snowflake/config, where the emitted text goes;"
                                + " terraform/snowflake looks like it. If it belongs elsewhere, name that folder;"
                                + " else give this one its providers and its backend."
                                + " [platform.folder(Folder.SNOWFLAKE_CONFIG, \"terraform/snowflake\")]",
                        "ACT There is no Terraform in aws/config, where the emitted text goes; terraform/aws looks"
                                + " like it. If it belongs elsewhere, name that folder; else give this one its providers and its"
                                + " backend. [platform.folder(Folder.AWS_CONFIG, \"terraform/aws\")]");
    }

    @Test
    void theMendHelps() {
        Platform platform = Platform.runbook()
                .with(p -> p.folder(Folder.SNOWFLAKE_CONFIG, "terraform/snowflake")
                        .folder(Folder.AWS_CONFIG, "terraform/aws"));
        assertThat(Heard.of(Plans.hubspot(platform, Loader.dlt()), FLAT.repository())
                        .findings(CODE))
                .isEmpty();
    }

    @Test
    void aRepositoryWithoutAnAwsFolderIsSaid() {
        House house = House.siblings().without("aws/config/providers.tf");
        assertThat(Heard.of(EXISTING, house.repository()).findings(CODE))
                .hasSize(1)
                .allMatch(said -> said.startsWith("ACT There is no Terraform in aws/config, where the emitted text"
                        + " goes; no other folder of the terraform repository looks like it."));
    }

    @Test
    void withoutSecretsNoAwsFolderIsNeeded() {
        House house = House.siblings().without("aws/config/providers.tf");
        DataSourcePlan plan = Plans.source(Platform.runbook(), Loader.dlt(), "partner_files", false);
        assertThat(Heard.of(plan, house.repository()).findings(CODE)).isEmpty();
    }

    @Test
    void anEmptyRepositoryIsFine() {
        House house = House.empty().with("README.md", "# Terraform\n");
        assertThat(Heard.of(EXISTING, house.repository()).findings(CODE)).isEmpty();
    }

    @Test
    void thePlansOwnFilesMakeNoFolder() {
        Heard before = Heard.of(EXISTING, FLAT.repository());
        House after = FLAT.with("snowflake/config/schemas.tf", before.text("schema_dlt_hubspot"))
                .with("aws/config/secrets.tf", before.text("dlt_hubspot"));
        assertThat(Heard.of(EXISTING, after.repository())).isEqualTo(before);
    }

    private static DataSourcePlan inOneFolder(String folder) {
        return Plans.hubspot(
                Platform.runbook()
                        .with(p -> p.folder(Folder.SNOWFLAKE_CONFIG, folder).folder(Folder.AWS_CONFIG, folder)),
                Loader.dlt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "tf"})
    void snowflakeAndAwsMayShareAFolderThatIsEmptyYet(String folder) {
        Heard heard = Heard.of(inOneFolder(folder), House.empty().repository());
        String below = folder.equals("tf") ? "tf/" : "";
        assertThat(heard.files()).containsOnlyKeys(below + "schemas.tf", below + "secrets.tf");
        assertThat(heard.findings(CODE)).isEmpty();
    }

    @Test
    void aSharedFolderIsPlannedOnce() {
        Heard heard = Heard.of(inOneFolder("tf"), House.empty().repository());
        assertThat(heard.steps())
                .filteredOn(step -> step.title().startsWith("Look at what Terraform plans"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.body()).startsWith("cd tf && terraform init");
                    assertThat(step.covers())
                            .containsExactlyElementsOf(heard.fragments().stream()
                                    .map(fragment -> fragment.address())
                                    .toList());
                });
    }

    @Test
    void aSharedFolderIsJudgedOnce() {
        House elsewhere = House.empty().with("infra/databases.tf", "module \"database_dlt\" {\n}\n");
        assertThat(Heard.of(inOneFolder("tf"), elsewhere.repository()).findings(CODE))
                .singleElement()
                .asString()
                .startsWith("ACT There is no Terraform in tf, where the emitted text goes; infra looks like it.");
        House withJson = elsewhere.with("tf/crm.tf.json", "{}");
        assertThat(Heard.of(inOneFolder("tf"), withJson.repository()).findings("terraform.unread"))
                .hasSize(1);
    }

    @Test
    void theRootIsNamedByADot() {
        House house = House.empty().with("databases.tf", "module \"database_dlt\" {\n}\n");
        assertThat(Heard.of(EXISTING, house.repository()).findings(CODE))
                .first()
                .asString()
                .contains(". looks like it")
                .contains("[platform.folder(Folder.SNOWFLAKE_CONFIG, \".\")]");
    }

    @Test
    void aLoaderThatIsNotInAnEmptyFolderMayBeInAnother() {
        assertThat(Heard.of(EXISTING, FLAT.repository()).requirements().values())
                .isNotEmpty()
                .allMatch(why -> why.contains("p.folder(Folder.SNOWFLAKE_CONFIG, \"...\")"));
    }
}
