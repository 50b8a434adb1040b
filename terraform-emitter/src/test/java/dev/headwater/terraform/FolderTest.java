package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
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
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, FLAT.repository())
                        .said(CODE))
                .isEqualTo("ACT There is no Terraform in snowflake/config, where the emitted text goes;"
                        + " terraform/snowflake looks like it. If it belongs elsewhere, name that folder;"
                        + " else give this one its providers and its backend."
                        + " [platform.folder(Folder.SNOWFLAKE_CONFIG, \"terraform/snowflake\")]\n"
                        + "ACT There is no Terraform in aws/config, where the emitted text goes; terraform/aws looks"
                        + " like it. If it belongs elsewhere, name that folder; else give this one its providers and its"
                        + " backend. [platform.folder(Folder.AWS_CONFIG, \"terraform/aws\")]");
    }

    @Test
    void theMendHelps() {
        Platform platform = Platform.runbook()
                .with(p -> p.folder(Folder.SNOWFLAKE_CONFIG, "terraform/snowflake")
                        .folder(Folder.AWS_CONFIG, "terraform/aws"));
        assertThat(Emitted.by(new TerraformEmitter(), Plans.hubspot(platform, Loader.dlt()), FLAT.repository())
                        .said(CODE))
                .isEmpty();
    }

    @Test
    void aRepositoryWithoutAnAwsFolderIsSaid() {
        House house = House.siblings().without("aws/config/providers.tf");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said(CODE))
                .startsWith("ACT There is no Terraform in aws/config, where the emitted text"
                        + " goes; no other folder of the terraform repository looks like it.");
    }

    @Test
    void withoutSecretsNoAwsFolderIsNeeded() {
        House house = House.siblings().without("aws/config/providers.tf");
        DataSourcePlan plan = Plans.source(Platform.runbook(), Loader.dlt(), "partner_files", false);
        assertThat(Emitted.by(new TerraformEmitter(), plan, house.repository()).said(CODE))
                .isEmpty();
    }

    @Test
    void anEmptyRepositoryIsFine() {
        House house = House.empty().with("README.md", "# Terraform\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said(CODE))
                .isEmpty();
    }

    @Test
    void thePlansOwnFilesMakeNoFolder() {
        Emitted before = Emitted.by(new TerraformEmitter(), EXISTING, FLAT.repository());
        House after = FLAT.with(
                        "snowflake/config/schemas.tf",
                        before.block("schema_dlt_hubspot").text())
                .with("aws/config/secrets.tf", before.block("dlt_hubspot").text());
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, after.repository()))
                .isEqualTo(before);
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
        Emitted emitted = Emitted.by(
                new TerraformEmitter(), inOneFolder(folder), House.empty().repository());
        String below = folder.equals("tf") ? "tf/" : "";
        assertThat(NewFiles.of(emitted)).containsOnlyKeys(below + "schemas.tf", below + "secrets.tf");
        assertThat(emitted.said(CODE)).isEmpty();
    }

    @Test
    void aSharedFolderIsPlannedOnce() {
        Emitted emitted = Emitted.by(
                new TerraformEmitter(), inOneFolder("tf"), House.empty().repository());
        assertThat(emitted.steps())
                .filteredOn(step -> step.title().startsWith("Look at what Terraform plans"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.body()).startsWith("cd tf && terraform init");
                    assertThat(step.covers())
                            .containsExactlyElementsOf(emitted.fragments().stream()
                                    .map(fragment -> fragment.address())
                                    .toList());
                });
    }

    @Test
    void aSharedFolderIsJudgedOnce() {
        House elsewhere = House.empty().with("infra/databases.tf", "module \"database_dlt\" {\n}\n");
        assertThat(Emitted.by(new TerraformEmitter(), inOneFolder("tf"), elsewhere.repository())
                        .said(CODE))
                .hasLineCount(1)
                .startsWith("ACT There is no Terraform in tf, where the emitted text goes; infra looks like it.");
        House withJson = elsewhere.with("tf/crm.tf.json", "{}");
        assertThat(Emitted.by(new TerraformEmitter(), inOneFolder("tf"), withJson.repository())
                        .said("terraform.unread"))
                .hasLineCount(1);
    }

    @Test
    void theRootIsNamedByADot() {
        House house = House.empty().with("databases.tf", "module \"database_dlt\" {\n}\n");
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, house.repository())
                        .said(CODE))
                .contains(". looks like it")
                .contains("[platform.folder(Folder.SNOWFLAKE_CONFIG, \".\")]");
    }

    @Test
    void aLoaderThatIsNotInAnEmptyFolderMayBeInAnother() {
        assertThat(Emitted.by(new TerraformEmitter(), EXISTING, FLAT.repository())
                        .requirements()
                        .values())
                .isNotEmpty()
                .allMatch(why -> why.contains("p.folder(Folder.SNOWFLAKE_CONFIG, \"...\")"));
    }
}
