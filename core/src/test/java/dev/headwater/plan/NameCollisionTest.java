package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.RestApi;
import dev.headwater.platform.Platform.StagingNaming;
import dev.headwater.problem.Problem;
import org.junit.jupiter.api.Test;

/** Two names of a plan that become one in some target. */
class NameCollisionTest {

    private static final RestApi API = RestApi.at("https://x.example/");

    private static Problem collision(String path, String message, String hint) {
        return Problem.of("name.collision", path, message, hint);
    }

    private static void deals(Source.Builder<RestApi.Endpoint> source) {
        source.table("deals", SmallPlan::contacts);
    }

    private static RestApi withToken(String name) {
        return RestApi.at("https://x.example/", api -> api.bearerToken(Secret.named(name)));
    }

    @Test
    void aSourceHasASchemaOfItsOwn() {
        assertThat(SmallPlan.valid()
                        .source("crm", API, NameCollisionTest::deals)
                        .problems())
                .contains(collision(
                        "sources[1].name",
                        "The schema \"CRM\" is that of sources[0].name already.",
                        "Rename the source."));
    }

    @Test
    void theSchemaInWhichDltMergesIsTakenToo() {
        assertThat(SmallPlan.valid()
                        .source("crm_staging", API, NameCollisionTest::deals)
                        .problems())
                .containsExactly(collision(
                        "sources[1].name",
                        "The schema \"CRM_STAGING\" is that of sources[0].name already.",
                        "Rename the source."));
    }

    @Test
    void aSourceThatMergesNothingNeedsNoSecondSchema() {
        assertThat(SmallPlan.table(table -> table.replace())
                        .source("crm_staging", API, NameCollisionTest::deals)
                        .problems())
                .isEmpty();
    }

    @Test
    void aTableOfASourceHasANameOfItsOwn() {
        assertThat(SmallPlan.source(source -> source.table("contacts", SmallPlan::contacts))
                        .problems())
                .containsExactly(collision(
                        "sources[0].tables[1].name",
                        "The table of crm \"CONTACTS\" is that of sources[0].tables[0].name already.",
                        "Rename one of them."));
    }

    @Test
    void twoSourcesOfALoaderShareTheNamesOfStagingModels() {
        assertThat(SmallPlan.valid()
                        .source("erp", API, source -> source.table("contacts", SmallPlan::contacts))
                        .problems())
                .containsExactly(collision(
                        "sources[1].tables[0].name",
                        "The staging model \"stg_dlt__contacts\" is that of sources[0].tables[0].name already.",
                        "Build the plan on a platform with stagingNaming(StagingNaming.BY_SOURCE), which gives"
                                + " stg_<loader>_<source>__<table>, or rename a table (RB17)."));
    }

    @Test
    void stagingModelsThatAreNamedByTheirSourceDoNotCollide() {
        assertThat(SmallPlan.on(platform -> platform.stagingNaming(StagingNaming.BY_SOURCE))
                        .source("erp", API, source -> source.table("contacts", SmallPlan::contacts))
                        .problems())
                .isEmpty();
    }

    @Test
    void aColumnOfATableHasANameOfItsOwn() {
        assertThat(SmallPlan.table(table -> table.column(
                                        "email", column -> column.from("a").type(ColumnType.STRING))
                                .column("email", column -> column.from("b").type(ColumnType.STRING)))
                        .problems())
                .containsExactly(collision(
                        "sources[0].tables[0].columns[1].name",
                        "The column \"email\" is that of sources[0].tables[0].columns[0].name already.",
                        "Rename one of them."));
    }

    @Test
    void theColumnOfTheKeyIsTakenByTheEntity() {
        assertThat(SmallPlan.column("contact_id", column -> column.from("other").type(ColumnType.STRING))
                        .problems())
                .containsExactly(collision(
                        "sources[0].tables[0].columns[0].name",
                        "The column \"contact_id\" is that of sources[0].tables[0].primaryKey[0] already.",
                        "Rename one of them."));
    }

    @Test
    void theColumnOfTheKeyMayBeDefined() {
        assertThat(SmallPlan.column("contact_id", column -> column.from("id").type(ColumnType.STRING))
                        .problems())
                .isEmpty();
    }

    @Test
    void eachSecretOfASourceIsAnArgumentOfItsOwn() {
        RestApi api = RestApi.at("https://x.example/", it -> it.basic(Secret.named("login"), Secret.named("login")));

        assertThat(SmallPlan.readFrom(api).problems())
                .containsExactly(collision(
                        "sources[0].method.secrets[1]",
                        "The argument \"login\" is that of sources[0].method.secrets[0] already.",
                        "Name each secret of a source differently."));
    }

    @Test
    void theSecretOfALoaderIsNotThatOfASource() {
        assertThat(SmallPlan.valid()
                        .source("snowflake_credentials", withToken("token"), NameCollisionTest::deals)
                        .problems())
                .containsExactly(collision(
                        "sources[1].name",
                        "The AWS secret \"dlt/snowflake-credentials\" is that of loader.name already.",
                        "Rename one of them."));
    }

    @Test
    void aSourceWithoutSecretsTakesNoSecretsName() {
        assertThat(SmallPlan.valid()
                        .source("snowflake_credentials", API, NameCollisionTest::deals)
                        .problems())
                .isEmpty();
    }
}
