package dev.headwater.dbt;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.LoadedAt;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.platform.Platform;
import java.util.function.Consumer;

/** Plans with the source {@code crm} and its table {@code contacts}. */
final class Crm {

    static final String SQL = "models/staging/dlt/stg_dlt__contacts.sql";
    static final String SOURCE = "models/staging/dlt/_sources.yml: sources[name=dlt_crm]";
    static final String TABLE = SOURCE + ".tables[name=contacts]";
    static final String MODEL = "models/staging/dlt/stg_dlt__contacts.yml: models[name=stg_dlt__contacts]";

    private Crm() {}

    static DataSourcePlan plan() {
        return plan(table -> table.primaryKey("id"));
    }

    static DataSourcePlan plan(Consumer<Table.Builder<RestApi.Endpoint>> columns) {
        return plan(Platform.runbook(), Schedule.dailyAt("07:00"), columns);
    }

    static DataSourcePlan plan(
            Platform platform, Schedule schedule, Consumer<Table.Builder<RestApi.Endpoint>> columns) {
        return plan(platform, Loader.dlt(), source -> source.schedule(schedule), columns);
    }

    static DataSourcePlan asWritten(String... codes) {
        return plan(
                Platform.runbook().with(platform -> platform.asWritten(codes)),
                Schedule.dailyAt("07:00"),
                table -> table.primaryKey("id"));
    }

    static DataSourcePlan loadedAt(LoadedAt way) {
        return plan(
                Platform.runbook(),
                Loader.named("dlt", loader -> loader.loadedAt(way)),
                source -> {},
                table -> table.primaryKey("id"));
    }

    static DataSourcePlan plan(Consumer<Source.Builder<RestApi.Endpoint>> settings, Platform platform) {
        return plan(platform, Loader.dlt(), settings, table -> table.merge("id").incremental("at"));
    }

    private static DataSourcePlan plan(
            Platform platform,
            Loader loader,
            Consumer<Source.Builder<RestApi.Endpoint>> settings,
            Consumer<Table.Builder<RestApi.Endpoint>> columns) {
        return DataSourcePlan.builder(platform)
                .loader(loader)
                .source("crm", RestApi.at("https://api.example.com/"), source -> {
                    source.displayName("CRM").table("contacts", table -> {
                        table.description("People.")
                                .entity("contact")
                                .from(RestApi.endpoint("contacts", e -> e.paginator(Paginator.singlePage())));
                        columns.accept(table);
                    });
                    settings.accept(source);
                })
                .build();
    }
}
