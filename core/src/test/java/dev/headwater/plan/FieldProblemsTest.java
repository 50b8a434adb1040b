package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Authentication;
import dev.headwater.method.RestApi;
import dev.headwater.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing, blank or misspelt in one field, in English whatever the host's locale. */
class FieldProblemsTest {

    /** What a caller may pass whose compiler does not know that nothing may be null. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    private static Problem blank(String path, String hint) {
        return Problem.of("field.notblank", path, "is blank.", hint);
    }

    private static Problem missing(String path, String hint) {
        return Problem.of("field.notnull", path, "is missing.", hint);
    }

    @Test
    void aPlanHasALoader() {
        assertThat(DataSourcePlan.builder()
                        .source(SmallPlan.valid().build().sources().get(0))
                        .problems())
                .containsExactly(missing("loader", "Say who loads the data, such as Loader.dlt()."));
    }

    @Test
    void aPlanHasASource() {
        assertThat(SmallPlan.valid().removeSource("crm").problems())
                .containsExactly(
                        Problem.of("field.notempty", "sources", "is empty.", "A plan has at least one source."));
    }

    @Test
    void aSourceHasATable() {
        assertThat(SmallPlan.source(source -> source.removeTable("contacts")).problems())
                .containsExactly(Problem.of(
                        "field.notempty", "sources[0].tables", "is empty.", "A source has at least one table."));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void aSourceHasAName(String name) {
        assertThat(SmallPlan.sourceNamed(name).problems())
                .containsExactly(blank("sources[0].name", "Name the source, such as hubspot."));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void aTableHasAName(String name) {
        assertThat(SmallPlan.tableNamed(name).problems())
                .containsExactly(
                        blank("sources[0].tables[0].name", "Name the table as it is to be called in the warehouse."));
    }

    @Test
    void aTableIsDescribed() {
        assertThat(SmallPlan.table(table -> table.description(nothing())).problems())
                .containsExactly(blank("sources[0].tables[0].description", "Say in a sentence what one row is."));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void aFieldOfTheKeyHasAName(String field) {
        assertThat(SmallPlan.table(table -> table.merge("id", field)).problems())
                .containsExactly(blank("sources[0].tables[0].primaryKey[1]", "Give the path of a raw field."));
    }

    @Test
    void aColumnHasAName() {
        assertThat(SmallPlan.column("", column -> column.from("email").type(ColumnType.STRING))
                        .problems())
                .containsExactly(blank(
                        "sources[0].tables[0].columns[0].name", "Name the column as the staging model shows it."));
    }

    @Test
    void aColumnHasAType() {
        assertThat(SmallPlan.column("email", column -> column.from("properties.email"))
                        .problems())
                .containsExactly(missing(
                        "sources[0].tables[0].columns[0].type",
                        "Say how the raw column arrives, such as ColumnType.STRING."));
    }

    @Test
    void aLoaderHasAName() {
        assertThat(SmallPlan.loadedBy(Loader.named(nothing(), loader -> loader.tool("dlt")))
                        .problems())
                .containsExactly(blank("loader.name", "Name the loader, such as dlt."));
    }

    @Test
    void aValueThatIsMisspeltIsShown() {
        assertThat(SmallPlan.on(platform -> platform.flowModule("flow")).problems())
                .containsExactly(Problem.of(
                        "field.pattern",
                        "platform.flowModule",
                        "\"flow\" is not a flow file name.",
                        "Use lower-case letters, digits and _ around {source}, such as {source}_flow."));
    }

    @Test
    void aCadenceIsAWord() {
        assertThat(SmallPlan.source(source ->
                                source.schedule(Schedule.dailyAt("07:00").named("every 6 hours")))
                        .problems())
                .containsExactly(Problem.of(
                        "field.pattern",
                        "sources[0].schedule.cadence",
                        "\"every 6 hours\" is not a word for a cadence.",
                        "Use lower-case letters, digits and _, such as every_6_hours."));
    }

    @Test
    void theObjectsOfThePlatformHaveNames() {
        assertThat(SmallPlan.on(platform -> platform.warehouse("")
                                .sourcesReaderRole("")
                                .developerRole("")
                                .transformerUser("")
                                .analyticsDatabase("")
                                .workPool("")
                                .awsProfile(""))
                        .problems())
                .extracting(Problem::path)
                .isEqualTo(List.of(
                        "platform.analyticsDatabase",
                        "platform.awsProfile",
                        "platform.developerRole",
                        "platform.sourcesReaderRole",
                        "platform.transformerUser",
                        "platform.warehouse",
                        "platform.workPool"));
    }

    @Test
    void thePlatformSaysWhomToAsk() {
        assertThat(SmallPlan.on(platform -> platform.contacts("", " ")).problems())
                .containsExactly(
                        blank("platform.contacts.first", "Say whom to ask first."),
                        blank("platform.contacts.next", "Say whom to ask next."));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void anApiHasABaseUrl(String url) {
        assertThat(SmallPlan.readFrom(RestApi.at(url)).problems())
                .containsExactly(blank("sources[0].method.baseUrl", "Give the URL that all endpoints begin with."));
    }

    @Test
    void aSecretHasAName() {
        assertThat(SmallPlan.readFrom(RestApi.at("https://x.example/", api -> api.bearerToken(Secret.named(nothing()))))
                        .problems())
                .containsExactly(blank(
                        "sources[0].method.authentication.token.name",
                        "Name the secret as the pipeline's argument, such as access_token."));
    }

    @Test
    void anApiKeyGoesIntoANamedPlace() {
        assertThat(SmallPlan.readFrom(RestApi.at(
                                "https://x.example/",
                                api -> api.apiKey(Authentication.Location.HEADER, "", Secret.named("api_key"))))
                        .problems())
                .containsExactly(blank(
                        "sources[0].method.authentication.name",
                        "Name the header, parameter or cookie, such as X-API-Key."));
    }

    @Test
    void anEndpointHasAPath() {
        assertThat(SmallPlan.table(table -> table.from(RestApi.endpoint(nothing())))
                        .problems())
                .containsExactly(blank(
                        "sources[0].tables[0].settings.path",
                        "Give the path below the base URL, such as objects/contacts."));
    }

    @Test
    void aCursorParameterHasANameAndAValueForTheFirstRun() {
        assertThat(SmallPlan.table(table -> table.incremental("updatedAt")
                                .from(RestApi.endpoint("contacts", endpoint -> endpoint.cursorParameter("", ""))))
                        .problems())
                .containsExactly(
                        blank(
                                "sources[0].tables[0].settings.cursorParameter.initialValue",
                                "Give what the first run sends, such as 2020-01-01T00:00:00Z."),
                        blank(
                                "sources[0].tables[0].settings.cursorParameter.name",
                                "Name the query parameter, such as updated_since."));
    }

    /** A method that somebody brings, with a constraint that has the words of Jakarta Validation. */
    record Strange(@NotBlank String connector) implements IngestionMethod<TableSettings.None> {

        @Override
        public String tool() {
            return "dlt";
        }

        @Override
        public Class<TableSettings.None> tableSettings() {
            return TableSettings.None.class;
        }
    }

    @Test
    void theConstraintsOfAMethodThatSomebodyBringsAreJudgedToo() {
        assertThat(DataSourcePlan.builder()
                        .loader(Loader.dlt())
                        .source(
                                "crm",
                                new Strange(" "),
                                source -> source.table(
                                        "contacts",
                                        table -> table.description("One row per contact.")
                                                .primaryKey("id")))
                        .problems())
                .containsExactly(Problem.of(
                        "field.notblank", "sources[0].method.connector", "must not be blank.", "Give another value."));
    }
}
