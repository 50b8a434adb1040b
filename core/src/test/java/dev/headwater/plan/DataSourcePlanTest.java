package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSourcePlanTest {

    static DataSourcePlan.Builder hubspot() {
        return DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source(
                        "hubspot",
                        RestApi.at(
                                "https://api.hubapi.com/crm/v3/", api -> api.bearerToken(Secret.named("access_token"))),
                        source -> source.displayName("HubSpot")
                                .schedule(Schedule.dailyAt("07:00"))
                                .table(
                                        "contacts",
                                        table -> table.description("One row per contact.")
                                                .entity("contact")
                                                .from(RestApi.endpoint(
                                                        "objects/contacts",
                                                        e -> e.rows("results")
                                                                .paginator(Paginator.cursor(
                                                                        "paging.next.after", "after"))))
                                                .merge("id")
                                                .incremental("updatedAt")
                                                .column(
                                                        "email",
                                                        c -> c.from("properties.email")
                                                                .type(ColumnType.STRING)
                                                                .description("Primary e-mail address."))
                                                .column(
                                                        "created_at",
                                                        c -> c.from("createdAt").type(ColumnType.TIMESTAMP_TZ))));
    }

    @Test
    void theExampleOfTheDesignIsValid() {
        assertThat(hubspot().problems()).isEmpty();
    }

    @Test
    void fiveMistakesOfFiveKindsAreFiveProblemsInOrder() {
        List<Problem> problems = DataSourcePlan.builder()
                .loader(Loader.dlt())
                .source(
                        "Hub Spot",
                        RestApi.at("ftp://example.com"),
                        source -> source.schedule(Schedule.dailyAt("25:00"))
                                .table(
                                        "contacts",
                                        table -> table.from(RestApi.endpoint("contacts"))
                                                .merge()))
                .problems();
        assertThat(problems)
                .extracting(Problem::path)
                .containsExactly(
                        "sources[0].method.baseUrl",
                        "sources[0].name",
                        "sources[0].schedule",
                        "sources[0].tables[0].description",
                        "sources[0].tables[0].primaryKey");
    }
}
