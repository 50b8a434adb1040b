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

    private static void assertCollision(DataSourcePlan one, DataSourcePlan other, String... problems) {
        assertThatThrownBy(() -> DataSourcePlan.join(List.of(one, other)))
                .isInstanceOfSatisfying(
                        InvalidPlanException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::toString)
                                .containsExactly(problems));
    }

    @Test
    void twoLoadersMayNotFillOneSchema() {
        Loader second = Loader.named("dlt_eu", loader -> loader.tool("dlt").database("DLT"));
        assertCollision(
                plan(HOUSE, Loader.dlt(), "shop", "orders"),
                plan(HOUSE, second, "shop", "items"),
                "plans[1].sources[0].name: The schema \"DLT.SHOP\" is that of plans[0].sources[0].name already. Rename"
                        + " one of them, or give the loaders different databases. [name.collision]");
    }

    @Test
    void aLoaderAndItsSourceMayNotReadLikeAnotherLoaderAndItsSource() {
        assertCollision(
                plan(HOUSE, Loader.named("a", loader -> loader.tool("dlt")), "b_c", "orders"),
                plan(HOUSE, Loader.named("a_b", loader -> loader.tool("dlt")), "c", "items"),
                "plans[1].sources[0].name: The Terraform module \"schema_a_b_c\" is that of plans[0].sources[0].name"
                        + " already. Rename one of them. [name.collision]");
    }

    @Test
    void sourcesOfTwoLoadersAreModulesOfOneFolder() {
        Loader second = Loader.named("eu", loader -> loader.tool("dlt"));
        assertCollision(
                plan(HOUSE, Loader.dlt(), "shop", "orders"),
                plan(HOUSE, second, "shop", "items"),
                "plans[1].sources[0].name: The Python module \"pipelines.shop\" is that of plans[0].sources[0].name already. Rename"
                        + " one of them. [name.collision]");
    }

    @Test
    void dltsStagingSchemaIsNoPlaceForAnotherLoadersSource() {
        assertCollision(
                plan(HOUSE, Loader.named("aa", loader -> loader.tool("dlt").database("RAW")), "crm", "contacts"),
                plan(HOUSE, Loader.named("bb", loader -> loader.tool("dlt").database("RAW")), "crm_staging", "items"),
                "plans[1].sources[0].name: The schema \"RAW.CRM_STAGING\" is that of plans[0].sources[0].name already."
                        + " Rename one of them, or give the loaders different databases. [name.collision]");
    }

    @Test
    void twoNewLoadersDoNotMakeOneDatabase() {
        assertCollision(
                plan(HOUSE, Loader.named("raw", loader -> loader.tool("dlt")).asNew(), "crm", "contacts"),
                plan(
                        HOUSE,
                        Loader.named("bb", loader -> loader.tool("dlt").database("RAW"))
                                .asNew(),
                        "erp",
                        "items"),
                "plans[1].loader.database: The new database \"RAW\" is that of plans[0].loader.database already. Name"
                        + " another one, or leave asNew() out of one of the loaders. [name.collision]");
    }

    @Test
    void aLoaderIsDefinedOnce() {
        Loader second = Loader.named("dlt", loader -> loader.tool("dlt").database("RAW"));
        assertCollision(
                plan(HOUSE, Loader.dlt(), "shop", "orders"),
                plan(HOUSE, second, "crm", "contacts"),
                "plans[1].loader.name: The loader \"dlt\" is that of plans[0].loader.name already. Define it once, and"
                        + " give both plans that one. [name.collision]");
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
                                        + " plans[0].sources[0].name already. Rename the source. [name.collision]"));
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
