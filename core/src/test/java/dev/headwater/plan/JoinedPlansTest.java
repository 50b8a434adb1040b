package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.platform.Platform;
import dev.headwater.problem.InvalidPlanException;
import dev.headwater.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedPlansTest {

    private static final Platform HOUSE = Platform.runbook();

    private static DataSourcePlan plan(Platform platform, Loader loader, String source, String table) {
        return DataSourcePlan.builder(platform)
                .loader(loader)
                .source(
                        source,
                        RestApi.at("https://api.example.com/"),
                        definition -> definition.table(
                                table,
                                rows -> rows.description("One row per row.")
                                        .from(RestApi.endpoint("rows", e -> e.paginator(Paginator.singlePage())))
                                        .merge("id")))
                .build();
    }

    private static List<String> sources(DataSourcePlan plan) {
        return plan.sources().stream().map(Source::name).toList();
    }

    @Test
    void plansThatAddToOneLoaderBecomeOnePlanInTheOrderInWhichTheyAreGiven() {
        List<DataSourcePlan> joined = DataSourcePlan.join(
                List.of(plan(HOUSE, Loader.dlt(), "shop", "orders"), plan(HOUSE, Loader.dlt(), "crm", "contacts")));
        assertThat(joined)
                .singleElement()
                .satisfies(plan -> assertThat(sources(plan)).containsExactly("shop", "crm"));
    }

    @Test
    void plansForSeveralLoadersStayApart() {
        Loader second = Loader.named("crm_loads", loader -> loader.tool("dlt"));
        List<DataSourcePlan> joined = DataSourcePlan.join(
                List.of(plan(HOUSE, Loader.dlt(), "shop", "orders"), plan(HOUSE, second, "crm", "contacts")));
        assertThat(joined).extracting(JoinedPlansTest::sources).containsExactly(List.of("shop"), List.of("crm"));
    }

    @Test
    void aLoaderThatOnePlanCreatesIsNewToAll() {
        List<DataSourcePlan> joined = DataSourcePlan.join(List.of(
                plan(HOUSE, Loader.dlt(), "shop", "orders"),
                plan(HOUSE, Loader.dlt().asNew(), "crm", "contacts")));
        assertThat(joined)
                .singleElement()
                .satisfies(plan -> assertThat(plan.loader().isNew()).isTrue());
    }

    @Test
    void anEqualSourceInTwoPlansIsOneSource() {
        DataSourcePlan plan = plan(HOUSE, Loader.dlt(), "shop", "orders");
        assertThat(DataSourcePlan.join(List.of(plan, plan(HOUSE, Loader.dlt(), "shop", "orders"))))
                .containsExactly(plan);
    }

    @Test
    void aSourceThatTwoPlansDefineDifferentlyIsAProblemThatNamesBoth() {
        assertThatThrownBy(() -> DataSourcePlan.join(List.of(
                        plan(HOUSE, Loader.dlt(), "shop", "orders"), plan(HOUSE, Loader.dlt(), "shop", "items"))))
                .isInstanceOfSatisfying(
                        InvalidPlanException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::toString)
                                .containsExactly("plans[1].sources[0].name: The schema \"SHOP\" is that of"
                                        + " plans[0].sources[0].name already. Rename one of them. [name.collision]"));
    }

    @Test
    void stagingModelsOfTwoPlansThatAreOneFileAreAProblemWithAWayOut() {
        assertThatThrownBy(() -> DataSourcePlan.join(List.of(
                        plan(HOUSE, Loader.dlt(), "shop", "orders"), plan(HOUSE, Loader.dlt(), "desk", "orders"))))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("plans[1].sources[0].tables[0].name")
                .hasMessageContaining("StagingNaming.BY_SOURCE")
                .hasMessageContaining("RB17");
    }

    @Test
    void plansForTwoPlatformsDoNotGoTogether() {
        Platform other = HOUSE.with(platform -> platform.warehouse("LOADS"));
        assertThatThrownBy(() -> DataSourcePlan.join(List.of(
                        plan(HOUSE, Loader.dlt(), "shop", "orders"), plan(other, Loader.dlt(), "crm", "contacts"))))
                .isInstanceOfSatisfying(
                        InvalidPlanException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::code)
                                .containsExactly("plans.platform"));
    }

    @Test
    void noPlansAreNoPlan() {
        assertThat(DataSourcePlan.join(List.of())).isEmpty();
    }
}
