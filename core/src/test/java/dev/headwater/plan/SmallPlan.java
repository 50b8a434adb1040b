package dev.headwater.plan;

import dev.headwater.method.RestApi;
import dev.headwater.platform.Platform;
import dev.headwater.platform.PlatformBuilder;
import java.util.function.Consumer;

/** A small plan that is valid, and the places in it where a test puts its one mistake. */
public final class SmallPlan {

    private static final RestApi API = RestApi.at("https://api.example.com/");

    private SmallPlan() {}

    private static DataSourcePlan.Builder plan(
            Platform platform,
            Loader loader,
            String name,
            RestApi api,
            Consumer<Source.Builder<RestApi.Endpoint>> source) {
        return DataSourcePlan.builder(platform).loader(loader).source(name, api, source);
    }

    /** One row a contact, merged by its id. */
    public static void contacts(Table.Builder<RestApi.Endpoint> table) {
        table.description("One row per contact.")
                .entity("contact")
                .from(RestApi.endpoint("contacts"))
                .merge("id");
    }

    private static void contacts(Source.Builder<RestApi.Endpoint> source) {
        source.table("contacts", SmallPlan::contacts);
    }

    public static DataSourcePlan.Builder valid() {
        return sourceNamed("crm");
    }

    public static DataSourcePlan.Builder on(Consumer<PlatformBuilder> changes) {
        return plan(Platform.runbook().with(changes), Loader.dlt(), "crm", API, SmallPlan::contacts);
    }

    public static DataSourcePlan.Builder loadedBy(Loader loader) {
        return plan(Platform.runbook(), loader, "crm", API, SmallPlan::contacts);
    }

    public static DataSourcePlan.Builder sourceNamed(String name) {
        return plan(Platform.runbook(), Loader.dlt(), name, API, SmallPlan::contacts);
    }

    public static DataSourcePlan.Builder named(String loader, String source, String table) {
        return plan(
                Platform.runbook(),
                Loader.named(loader, it -> it.tool("dlt")),
                source,
                API,
                it -> it.table(table, SmallPlan::contacts));
    }

    public static DataSourcePlan.Builder readFrom(RestApi api) {
        return plan(Platform.runbook(), Loader.dlt(), "crm", api, SmallPlan::contacts);
    }

    public static DataSourcePlan.Builder source(Consumer<Source.Builder<RestApi.Endpoint>> change) {
        return plan(Platform.runbook(), Loader.dlt(), "crm", API, source -> {
            contacts(source);
            change.accept(source);
        });
    }

    public static DataSourcePlan.Builder tableNamed(String name) {
        return plan(Platform.runbook(), Loader.dlt(), "crm", API, source -> source.table(name, SmallPlan::contacts));
    }

    public static DataSourcePlan.Builder table(Consumer<Table.Builder<RestApi.Endpoint>> change) {
        return plan(
                Platform.runbook(),
                Loader.dlt(),
                "crm",
                API,
                source -> source.table("contacts", table -> {
                    contacts(table);
                    change.accept(table);
                }));
    }

    public static DataSourcePlan.Builder column(String name, Consumer<Column.Builder> column) {
        return table(table -> table.column(name, column));
    }

    public static DataSourcePlan.Builder endpoint(Consumer<RestApi.Endpoint.Builder> endpoint) {
        return table(table -> table.from(RestApi.endpoint("contacts", endpoint)));
    }
}
