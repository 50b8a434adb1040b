package dev.headwater.terraform;

import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.platform.Platform;

/** Plans for tests. */
final class Plans {

    static final Loader FIVETRAN =
            Loader.named("fivetran", loader -> loader.tool("dlt")).asNew();

    private Plans() {}

    static DataSourcePlan hubspot(Loader loader) {
        return hubspot(Platform.runbook(), loader);
    }

    static DataSourcePlan hubspot(Platform platform, Loader loader) {
        return source(platform, loader, "hubspot", true);
    }

    static DataSourcePlan source(Platform platform, Loader loader, String name, boolean secret) {
        RestApi api = secret
                ? RestApi.at("https://api.example.com/", it -> it.bearerToken(Secret.named("access_token")))
                : RestApi.at("https://api.example.com/");
        return DataSourcePlan.builder(platform)
                .loader(loader)
                .source(
                        name,
                        api,
                        source -> source.table(
                                "contacts",
                                table -> table.description("One row per contact.")
                                        .entity("contact")
                                        .from(RestApi.endpoint("contacts"))
                                        .merge("id")
                                        .column("email", column -> column.type(ColumnType.STRING))))
                .build();
    }
}
