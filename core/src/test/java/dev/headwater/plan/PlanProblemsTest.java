package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.method.RestApi;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.problem.InvalidPlanException;
import dev.headwater.problem.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parts of a plan mean together. Each test puts one mistake into a small valid plan. */
class PlanProblemsTest {

    private record OtherSettings() implements TableSettings {}

    /** A method from outside Headwater. */
    private static final class OtherMethod implements IngestionMethod<OtherSettings> {

        @Override
        public String tool() {
            return "dlt";
        }

        @Override
        public Class<OtherSettings> tableSettings() {
            return OtherSettings.class;
        }
    }

    @Test
    void theSmallPlanIsValid() {
        assertThat(SmallPlan.valid().problems()).isEmpty();
    }

    @Test
    void aPlanWithAProblemIsNotBuilt() {
        DataSourcePlan.Builder plan = SmallPlan.table(table -> table.description(""));

        assertThatThrownBy(plan::build)
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage("sources[0].tables[0].description: is blank. Say in a sentence what one row is."
                        + " [field.notblank]");
    }

    @Test
    void theLoaderAndTheMethodNameTheSameTool() {
        assertThat(SmallPlan.loadedBy(Loader.airbyte()).problems())
                .containsExactly(Problem.of(
                        "method.tool",
                        "sources[0].method",
                        "The method works by dlt, but the loader \"airbyte\" is airbyte.",
                        "Choose a loader of that tool, say tool(\"dlt\") of this one, or choose another method."));
    }

    @Test
    void aLoaderOfAnotherNameMayBeOfTheSameTool() {
        Loader loader = Loader.named("dlt_eu", definition -> definition.tool("dlt"));

        assertThat(SmallPlan.loadedBy(loader).problems()).isEmpty();
    }

    @Test
    void aTableSaysWhereItsRowsComeFrom() {
        assertThat(SmallPlan.source(source -> source.table(
                                "deals",
                                table -> table.description("One row per deal.").merge("id")))
                        .problems())
                .containsExactly(Problem.of(
                        "table.settings",
                        "sources[0].tables[1].settings",
                        "Nothing says where the rows come from.",
                        "Give from(...) the Endpoint of RestApi."));
    }

    @Test
    void theSettingsOfATableAreThoseOfTheMethod() {
        assertThat(SmallPlan.valid().method("crm", new OtherMethod()).problems())
                .containsExactly(Problem.of(
                        "table.settings",
                        "sources[0].tables[0].settings",
                        "The settings are not of the source's ingestion method.",
                        "Give from(...) the OtherSettings of OtherMethod."));
    }

    @Test
    void rowsAreMergedByAKey() {
        assertThat(SmallPlan.table(Table.Builder::merge).problems())
                .containsExactly(Problem.of(
                        "table.key.missing",
                        "sources[0].tables[0].primaryKey",
                        "Rows cannot be merged without a key.",
                        "Name the raw fields that identify a row: merge(\"id\")."));
    }

    @Test
    void anIncrementalLoadDoesNotReplaceTheTable() {
        assertThat(SmallPlan.table(table -> table.replace().incremental("updatedAt"))
                        .problems())
                .containsExactly(Problem.of(
                        "table.incremental.replace",
                        "sources[0].tables[0].cursor",
                        "An incremental load that replaces the table would keep only the newest rows.",
                        "Use merge(key) or append() with incremental(...), or leave incremental out."));
    }

    @Test
    void aStagingModelHasColumns() {
        assertThat(SmallPlan.table(table -> table.append().primaryKey()).problems())
                .containsExactly(Problem.of(
                        "table.columns.missing",
                        "sources[0].tables[0].columns",
                        "The staging model would have no columns.",
                        "Name the key with merge(...) or primaryKey(...), or add column(...)."));
    }

    @Test
    void aColumnIsEnoughForAStagingModel() {
        assertThat(SmallPlan.table(table ->
                                table.append().primaryKey().column("email", column -> column.type(ColumnType.STRING)))
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties..email", ".email", "email.", "properties. .email"})
    void aRawFieldIsAPathOfNamesAndSingleDots(String path) {
        assertThat(SmallPlan.column("email", column -> column.from(path).type(ColumnType.STRING))
                        .problems())
                .containsExactly(notAPath(path, "columns[0].from"));
    }

    @Test
    void eachFieldOfAKeyIsSuchAPath() {
        assertThat(SmallPlan.table(table -> table.merge("id", "a..b")).problems())
                .containsExactly(notAPath("a..b", "primaryKey[1]"));
    }

    @Test
    void aCursorIsSuchAPath() {
        assertThat(SmallPlan.table(table -> table.incremental("updated.")).problems())
                .contains(notAPath("updated.", "cursor"));
    }

    private static Problem notAPath(String value, String path) {
        return Problem.of(
                "column.path",
                "sources[0].tables[0]." + path,
                "\"" + value + "\" is not the path of a raw field.",
                "Write the field as the source spells it, nesting with single dots: properties.email."
                        + " Elements of lists arrive in tables of their own.");
    }

    @Test
    void onlyASourceOfThePlanCanBeChanged() {
        Problem unknown = Problem.of(
                "source.unknown",
                "sources",
                "There is no source \"crn\" to change.",
                "Add it with source(...) first, or correct the name.");

        assertThat(SmallPlan.valid()
                        .method("crn", RestApi.at("https://x.example/"))
                        .problems())
                .containsExactly(unknown);
        assertThat(SmallPlan.valid()
                        .changeSource("crn", RestApi.class, source -> source.displayName("CRM"))
                        .problems())
                .containsExactly(unknown);
    }

    @Test
    void aSourceIsChangedByTheTypeOfItsMethod() {
        assertThat(SmallPlan.valid()
                        .changeSource("crm", OtherMethod.class, source -> source.displayName("CRM"))
                        .problems())
                .containsExactly(Problem.of(
                        "source.method",
                        "sources",
                        "\"crm\" is not a source by that method.",
                        "Name the type of the method that the source has."));
    }

    @Test
    void aScheduleThatCannotRunIsAProblem() {
        assertThat(SmallPlan.source(source -> source.schedule(Schedule.cron("0 7 * *")))
                        .problems())
                .containsExactly(Problem.of(
                        "schedule.invalid",
                        "sources[0].schedule",
                        "\"0 7 * *\" is not a cron expression of five fields.",
                        "Write minute, hour, day of month, month and day of week."));
    }

    @Test
    void aTimeZoneThatNobodyKnowsIsAProblem() {
        assertThat(SmallPlan.source(source ->
                                source.schedule(Schedule.dailyAt("07:00").in("Mars/Base")))
                        .problems())
                .containsExactly(Problem.of(
                        "schedule.invalid",
                        "sources[0].schedule",
                        "\"Mars/Base\" is not a time zone of the IANA database.",
                        "Write a name such as UTC or Europe/London."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../config", "/config", "config/", "a//b", "a/../b", "./a", ".a", "-a", "a b", "a\\b", "C:/a"})
    void aFolderLiesBelowTheRootOfItsRepository(String folder) {
        assertThat(SmallPlan.on(platform -> platform.folder(Folder.SNOWFLAKE_CONFIG, folder))
                        .problems())
                .containsExactly(Problem.of(
                        "platform.folder",
                        "platform.folders.snowflake_config",
                        "\"" + folder + "\" is not a folder below a repository's root.",
                        "Write names of at most 100 letters, digits, _, - and . joined by /, which do not begin with -"
                                + " or .; \".\" and \"\" name the root itself."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "."})
    void theStagingLayerIsNeverTheRoot(String folder) {
        assertThat(SmallPlan.on(platform -> platform.folder(Folder.DBT_STAGING, folder))
                        .problems())
                .containsExactly(Problem.of(
                        "platform.folder",
                        "platform.folders.dbt_staging",
                        "\"\" is not a folder below a repository's root.",
                        "Write names of at most 100 letters, digits, _, - and . joined by /, which do not begin with -"
                                + " or ."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "config", "infra/snow-flake/v1.2"})
    void aFolderMayBeTheRootOrLieDeeper(String folder) {
        assertThat(SmallPlan.on(platform -> platform.folder(Folder.SNOWFLAKE_CONFIG, folder))
                        .problems())
                .isEmpty();
    }

    @Test
    void aDotAndNothingNameTheSameRoot() {
        Platform dot = Platform.runbook().with(platform -> platform.folder(Folder.SNOWFLAKE_CONFIG, "."));
        assertThat(dot).isEqualTo(Platform.runbook().with(platform -> platform.folder(Folder.SNOWFLAKE_CONFIG, "")));
        assertThat(dot.folder(Folder.SNOWFLAKE_CONFIG)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../flows", "flows/", "my-flows", "Flows", "class"})
    void aFolderOfPythonFilesIsAPackage(String folder) {
        assertThat(SmallPlan.on(platform -> platform.folder(Folder.FLOWS, folder))
                        .problems())
                .containsExactly(Problem.of(
                        "platform.folder",
                        "platform.folders.flows",
                        "\"" + folder + "\" is not a folder that Python can import from.",
                        "Write names of lower-case letters, digits and _ joined by /, none of them a keyword."));
    }

    @ParameterizedTest
    @CsvSource({
        "SNOWFLAKE_CONFIG, tf/NUL, NUL, is the name of a device on Windows; whatever its ending",
        "DBT_STAGING, models/com1.d/x, com1.d, is the name of a device on Windows; whatever its ending",
        "AWS_CONFIG, aws./x, aws., ends with a dot or a blank; which Windows drops",
        "PIPELINES, aux, aux, is the name of a device on Windows; whatever its ending"
    })
    void aFolderIsOneThatEverySystemCanHave(Folder folder, String path, String name, String reason) {
        assertThat(SmallPlan.on(platform -> platform.folder(folder, path)).problems())
                .containsExactly(Problem.of(
                        "platform.folder",
                        "platform.folders." + folder.name().toLowerCase(Locale.ROOT),
                        "\"" + name + "\" " + reason.replace(';', ',') + ".",
                        "Choose another folder."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aux", "com1"})
    void aSourceNeedsAFileNameThatEverySystemCanHave(String name) {
        assertThat(SmallPlan.sourceNamed(name).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("name.file.device");
            assertThat(problem.hint()).isEqualTo("Use \"" + name + "_data\".");
        });
    }

    @Test
    void aPackageHidesNoModule() {
        assertThat(SmallPlan.on(platform -> platform.folder(Folder.FLOWS, "json"))
                        .problems())
                .containsExactly(Problem.of(
                        "platform.folder",
                        "platform.folders.flows",
                        "\"json\" hides a module of Python's standard library or an installed package.",
                        "Choose another folder."));
    }

    @Test
    void eachKindOfPythonFileHasAFolderOfItsOwn() {
        assertThat(SmallPlan.on(platform -> platform.folder(Folder.FLOWS, "sources"))
                        .problems())
                .containsExactly(Problem.of(
                        "platform.folder",
                        "platform.folders.flows",
                        "\"sources\" is that of sources already, and modules of one name would hide each other.",
                        "Give each kind a folder of its own."));
    }

    @Test
    void aBadScheduleHidesNoOtherProblem() {
        assertThat(SmallPlan.source(source ->
                                source.schedule(Schedule.dailyAt("24:00")).displayName("two\nlines"))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("text.line", "schedule.invalid");
    }
}
