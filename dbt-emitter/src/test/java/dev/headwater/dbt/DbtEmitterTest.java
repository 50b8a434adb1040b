package dev.headwater.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Workspace;
import dev.headwater.emit.Repository;
import dev.headwater.emit.Step;
import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Table;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.Emitted;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DbtEmitterTest {

    private static String sql(Consumer<Table.Builder<RestApi.Endpoint>> columns) {
        return Emitted.by(new DbtEmitter(), Crm.plan(columns)).text("models/staging/dlt/stg_dlt__contacts.sql");
    }

    @Test
    void theSourceIsTheRunbooksInBlockStyleAndUnderConfig() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(table -> table.primaryKey("id")))
                        .text(Crm.SOURCE))
                .isEqualTo("""
                        name: dlt_crm
                        description: CRM data loaded by dlt.
                        database: DLT
                        schema: CRM
                        loader: dlt
                        config:
                          loaded_at_field: _dlt_load_time
                          freshness:
                            warn_after:
                              count: 24
                              period: hour
                            error_after:
                              count: 48
                              period: hour
                        """);
    }

    @Test
    void freshnessFollowsTheSchedule() {
        Schedule weekly = Schedule.weeklyOn(DayOfWeek.SUNDAY, "03:00");
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(Platform.runbook(), weekly, table -> table.primaryKey("id")))
                        .text(Crm.SOURCE))
                .contains("count: 7\n      period: day", "count: 14\n      period: day");
        Platform asWritten = Platform.runbook().with(platform -> platform.asWritten("RB31"));
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(asWritten, weekly, table -> table.primaryKey("id")))
                        .text(Crm.SOURCE))
                .contains("count: 24\n      period: hour");
    }

    @Test
    void theStagingModelIsTheRunbooks() {
        assertThat(sql(table -> table.primaryKey("id")
                        .column("nickname", c -> c.type(ColumnType.STRING))
                        .column("created_at", c -> c.from("createdAt").type(ColumnType.TIMESTAMP_NTZ))))
                .isEqualTo("""
                        -- noqa: disable=LT05,RF04,RF06
                        with source as (

                            select * from {{ source('dlt_crm', 'contacts') }}

                        ),

                        renamed as (

                            select
                                -- identifiers
                                id as contact_id,

                                -- dimensions
                                nickname,

                                -- timestamps
                                cast(created_at as timestamp_ntz) as created_at

                            from source

                        )

                        select * from renamed
                        """);
    }

    @Test
    void anAwareTimestampIsConvertedToUtcFirst() {
        assertThat(sql(table -> table.column("seen", c -> c.type(ColumnType.TIMESTAMP_TZ))))
                .contains("select cast(convert_timezone('UTC', seen) as timestamp_ntz) as seen");
    }

    @Test
    void aReservedRawColumnIsQuotedAsSnowflakeStoresIt() {
        assertThat(sql(table -> table.column("position", c -> c.from("order").type(ColumnType.INTEGER))))
                .contains("\"ORDER\" as position");
    }

    @Test
    void keywordsAreUpperCaseWhereSqlfluffAsksForIt() {
        String config = "[sqlfluff:rules:capitalisation.keywords]\ncapitalisation_policy = upper\n";
        Emitted emitted =
                Emitted.by(new DbtEmitter(), Crm.plan(table -> table.primaryKey("id")), Map.of(".sqlfluff", config));
        assertThat(emitted.text("models/staging/dlt/stg_dlt__contacts.sql")).contains("SELECT id AS contact_id");
        assertThat(emitted.codes()).contains("RB29");
    }

    @Test
    void aKeyOfOneColumnIsUniqueAndNotNull() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(table -> table.primaryKey("id")))
                        .text("models/staging/dlt/stg_dlt__contacts.yml: models[name=stg_dlt__contacts]"))
                .isEqualTo("""
                        name: stg_dlt__contacts
                        description: People. One row per contact.
                        columns:
                          - name: contact_id
                            description: Primary key.
                            data_tests:
                              - unique
                              - not_null
                        """);
    }

    @Test
    void whatLooksLikeJinjaInADescriptionIsText() {
        assertThat(Emitted.by(
                                new DbtEmitter(),
                                Crm.plan(table ->
                                        table.description("Has {{ braces }}.").primaryKey("id")))
                        .text("models/staging/dlt/_sources.yml: sources[name=dlt_crm].tables[name=contacts]"))
                .contains("Has {{ '{{' }} braces }}.");
    }

    @Test
    void aSourceThatSomebodyDeclaredInAnotherFileGetsItsTablesThere() {
        String declared = "sources:\n  - name: dlt_crm\n    tables:\n      - name: deals\n";
        assertThat(Emitted.by(
                                new DbtEmitter(),
                                Crm.plan(table -> table.primaryKey("id")),
                                Map.of("models/staging/dlt/crm.yml", declared))
                        .fragments())
                .anySatisfy(fragment -> assertThat(fragment.address())
                        .hasToString("models/staging/dlt/crm.yml: sources[name=dlt_crm].tables[name=contacts]"));
    }

    @Test
    void aFolderThatMissesTheTagsOfTheOthersIsAFindingWithTheYaml() {
        String project = "models:\n  analytics:\n    staging:\n      airbyte:\n        +tags: [\"airbyte\"]\n";
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan(), Map.of("dbt_project.yml", project))
                        .said("RB30"))
                .isEqualTo("ACT dbt_project.yml, line 4: the folders of other loaders have tags, which selectors go by;"
                        + " add dlt: {+tags: [\"staging\", \"dlt\"]} beside them.");
    }

    @Test
    void theReaderLearnsThatDbtCallsNothingASuccess() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan()).said("RB28")).contains("--warn-error", "freshness result");
    }

    @Test
    void theReaderLearnsThatAQuietFirstLoadMakesNoTable() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan()).steps())
                .filteredOn(step -> step.id().equals("dbt.build.dlt.crm"))
                .extracting(Step::note)
                .asString()
                .contains("until then dbt says that it does not exist");
    }

    @Test
    void stepsCallTheRepositoryByItsName() {
        assertThat(Emitted.by(new DbtEmitter(), Crm.plan()).steps())
                .filteredOn(step -> step.id().equals("dbt-transform.merge"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.title())
                            .isEqualTo("Create a pull request in the repository repository, get approval, and merge");
                    assertThat(step.undo().orElseThrow().title()).contains("in the repository repository,");
                });
    }

    @Test
    void theSameIsSaidWithItsOwnFilesInTheRepository() {
        Workspace workspace =
                Workspace.of().repository(Repository.inMemory("dbt-transform", Map.of()), new DbtEmitter());
        Map<String, String> files = new HashMap<>();
        workspace
                .onboard(Crm.plan())
                .changes("dbt-transform")
                .files()
                .forEach(file -> files.put(file.path(), file.after().orElseThrow()));
        Emitted before = Emitted.by(new DbtEmitter(), Crm.plan());
        Emitted after = Emitted.by(new DbtEmitter(), Crm.plan(), files);
        assertThat(after.fragments()).isEqualTo(before.fragments());
        assertThat(after.findings()).isEqualTo(before.findings());
    }
}
