package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.emit.Address;
import dev.headwater.emit.Step;
import dev.headwater.emit.Step.Kind;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.platform.Platform.StagingNaming;
import dev.headwater.testkit.Emitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What there is to do, and the way back. {@code -Dheadwater.goldens=write} writes the goldens anew. */
class StepsTest {

    private static final House SIBLINGS = House.siblings();
    private static final DataSourcePlan NEW = Plans.hubspot(Plans.FIVETRAN);
    private static final DataSourcePlan EXISTING = Plans.hubspot(Loader.dlt());

    @Test
    void stepsOfANewLoader() throws IOException {
        isAsTheGoldenSays("new_loader", NEW);
    }

    @Test
    void stepsOfAnExistingLoader() throws IOException {
        isAsTheGoldenSays("existing_loader", EXISTING);
    }

    private static void isAsTheGoldenSays(String name, DataSourcePlan plan) throws IOException {
        String text = Emitted.by(new TerraformEmitter(), plan, SIBLINGS.repository()).steps().stream()
                .map(StepsTest::shown)
                .collect(Collectors.joining("\n"));
        Path golden = Path.of("src/test/resources/dev/headwater/terraform/steps", name + ".md");
        if ("write".equals(System.getProperty("headwater.goldens"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private static String shown(Step step) {
        return "## " + step.id() + "\n\n" + step.kind() + " in " + step.stage() + ", after " + step.after() + "\n"
                + step.covers().stream().map(address -> "- " + address + "\n").collect(Collectors.joining())
                + "\n" + step.title() + "\n\n" + (step.note() + "\n\n" + step.body()).strip() + "\n"
                + step.undo().map(undo -> "\n#" + shown(undo)).orElse("");
    }

    @Test
    void theMergeIsAboutEverythingThatWasWritten() {
        Emitted emitted = Emitted.by(new TerraformEmitter(), NEW, SIBLINGS.repository());
        assertThat(emitted.step("terraform.merge").covers())
                .containsExactlyElementsOf(emitted.fragments().stream()
                        .map(fragment -> fragment.address())
                        .toList());
        assertThat(emitted.step("terraform.plan-aws").covers())
                .allMatch(address -> ((Address.HclBlock) address).directory().equals("aws/config"));
    }

    @Test
    void inTheRollbackTheRevertComesBeforeWhatIsLeft() {
        Platform platform = Platform.runbook().with(it -> it.stagingNaming(StagingNaming.BY_SOURCE));
        Preview preview = Workspace.of()
                .repository(SIBLINGS.repository(), new TerraformEmitter())
                .onboard(
                        Plans.hubspot(platform, Plans.FIVETRAN),
                        Plans.source(platform, Plans.FIVETRAN, "stripe", true),
                        Plans.source(platform, Loader.dlt(), "orders", false));
        List<String> ids = preview.runbook().steps().stream().map(Step::id).toList();
        int merge = ids.indexOf("terraform.merge");
        assertThat(ids.subList(0, merge))
                .contains(
                        "terraform.allow-secrets.fivetran",
                        "terraform.plan-aws",
                        "terraform.review.fivetran",
                        "terraform.review.fivetran.hubspot",
                        "terraform.review.fivetran.stripe",
                        "terraform.review.dlt.orders");
        assertThat(ids.indexOf("terraform.review.fivetran"))
                .isLessThan(ids.indexOf("terraform.review.fivetran.hubspot"));
        assertThat(ids.indexOf("terraform.store-key.fivetran")).isGreaterThan(merge);
    }

    @Test
    void plansJoinedSayWhatPlansSplitSay() {
        Platform platform = Platform.runbook().with(it -> it.stagingNaming(StagingNaming.BY_SOURCE));
        DataSourcePlan hubspot = Plans.hubspot(platform, Plans.FIVETRAN);
        DataSourcePlan stripe = Plans.source(platform, Plans.FIVETRAN, "stripe", false);
        DataSourcePlan joined =
                hubspot.toBuilder().source(stripe.sources().get(0)).build();
        Preview split = Workspace.of()
                .repository(SIBLINGS.repository(), new TerraformEmitter())
                .onboard(hubspot, stripe);
        Preview together = Workspace.of()
                .repository(SIBLINGS.repository(), new TerraformEmitter())
                .onboard(joined);
        assertThat(split.changes()).isEqualTo(together.changes());
        assertThat(split.findings()).isEqualTo(together.findings());
        assertThat(split.notes()).isEqualTo(together.notes());
    }

    @Test
    void everyTextSpeaksOfTheRepositoryByItsName() {
        Emitted emitted = Emitted.by(
                new TerraformEmitter(), NEW, House.withModules("modules").repository("infra_*live*"));
        assertThat(emitted.steps())
                .extracting(StepsTest::shown)
                .noneMatch(text -> text.contains("terraform repository"))
                .anyMatch(text -> text.contains("Create a pull request in the infra\\_\\*live\\* repository"))
                .anyMatch(text -> text.contains("From the root of the infra\\_\\*live\\* repository."));
        assertThat(emitted.findings())
                .extracting(finding -> finding.message())
                .noneMatch(text -> text.contains("terraform repository"))
                .anyMatch(text -> text.contains("no other folder of the infra_*live* repository"));
    }

    @Test
    void valuesReachScriptsThroughTheirEncoders() {
        Platform platform = Platform.runbook().with(it -> it.awsProfile("it's \"$(x)\""));
        String script = Emitted.by(
                        new TerraformEmitter(), Plans.hubspot(platform, Plans.FIVETRAN), SIBLINGS.repository())
                .step("terraform.store-key.fivetran")
                .body();
        assertThat(script).contains("--profile 'it'\\''s \"$(x)\"'");
    }

    @Test
    void noStepHoldsASecret() {
        assertThat(Emitted.by(new TerraformEmitter(), NEW, SIBLINGS.repository())
                        .steps())
                .filteredOn(step -> step.kind() == Kind.COMMAND && step.id().contains("store"))
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.body()).contains("umask 077", "mktemp -d", "rm -rf \"$dir\""));
    }

    @Test
    void theRepositorysRootIsAFolderLikeAnother() {
        Platform platform = Platform.runbook().with(it -> it.folder(Folder.SNOWFLAKE_CONFIG, ""));
        Emitted emitted = Emitted.by(
                new TerraformEmitter(),
                Plans.hubspot(platform, Loader.dlt()),
                House.withModules("modules").repository());
        assertThat(NewFiles.of(emitted)).containsOnlyKeys("aws/config/secrets.tf", "schemas.tf");
        assertThat(emitted.block("schema_dlt_hubspot").text()).contains("source = \"./modules/snowflake_schema\"");
        assertThat(emitted.step("terraform.plan-snowflake").body()).startsWith("cd . && ");
    }
}
