package dev.headwater.dlt;

import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Table;
import dev.headwater.platform.Platform;
import dev.headwater.testkit.EmitterLaws;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DltEmitterLawsTest {

    private static final RestApi BEARER =
            RestApi.at("https://api.example.com/", api -> api.bearerToken(Secret.named("token")));
    private static final RestApi KEY_IN_URL =
            RestApi.at("https://api.example.com/", api -> api.apiKey(Location.QUERY, "key", Secret.named("api_key")));

    private static DataSourcePlan plan(
            Platform platform, Loader loader, RestApi api, Consumer<Table.Builder<RestApi.Endpoint>> table) {
        return DataSourcePlan.builder(platform)
                .loader(loader)
                .source("crm", api, source -> source.displayName("CRM").table("contacts", table))
                .build();
    }

    private static void everyRow(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per contact.")
                .from(RestApi.endpoint("contacts", e -> e.paginator(Paginator.singlePage())))
                .primaryKey("id");
    }

    private static void changedRows(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per contact.")
                .from(RestApi.endpoint("contacts", e -> e.rows("data.items").cursorParameter("since", 0)))
                .merge("meta.id")
                .incremental("meta.updatedAt")
                .column("at", column -> column.from("meta.updatedAt").type(ColumnType.TIMESTAMP_TZ));
    }

    static Stream<DataSourcePlan> plans() {
        Platform asWritten = Platform.runbook().with(platform -> platform.asWritten("RB11", "RB13"));
        return Stream.of(
                plan(Platform.runbook(), Loader.dlt(), BEARER, DltEmitterLawsTest::everyRow),
                plan(Platform.runbook(), Loader.dlt(), KEY_IN_URL, DltEmitterLawsTest::changedRows),
                plan(asWritten, Loader.dlt().asNew(), BEARER, DltEmitterLawsTest::changedRows),
                plan(
                        Platform.runbook(),
                        Loader.named("raw", loader -> loader.tool("dlt")),
                        BEARER,
                        DltEmitterLawsTest::everyRow));
    }

    static Stream<Map<String, String>> repositories() {
        return Stream.of(
                Map.of(),
                Map.of("pyproject.toml", "dependencies = [\"dlt[snowflake]\"]\n", "sources/__init__.py", ""),
                Map.of("sources/crm.py", "", "sources/shop/__init__.py", "", "pipelines/shop.py", "import dlt\n"));
    }

    static Stream<Arguments> all() {
        return plans().flatMap(plan -> repositories().map(files -> Arguments.of(plan, files)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theLawsAreKept(DataSourcePlan plan, Map<String, String> files) {
        EmitterLaws.requireKept(new DltEmitter(), plan, files);
    }
}
