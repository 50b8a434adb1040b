package dev.headwater.testkit;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;

/** A plan for tests. */
final class Plans {

    static final DataSourcePlan CRM = DataSourcePlan.builder()
            .loader(Loader.dlt())
            .source(
                    "crm",
                    RestApi.at("https://api.example.com/"),
                    source -> source.table(
                            "contacts",
                            table -> table.description("One row per contact.")
                                    .from(RestApi.endpoint("contacts", e -> e.paginator(Paginator.singlePage())))
                                    .primaryKey("id")))
            .build();

    private Plans() {}
}
