package app;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import dev.headwater.testkit.EmitterLaws;
import java.util.Map;

/** Depends on the BOM and the emitters, and onboards a source. */
public final class Main {

    public static void main(String[] arguments) {
        DataSourcePlan plan = DataSourcePlan.builder()
                .loader(Loader.dlt().asNew())
                .source(
                        "hubspot",
                        RestApi.at("https://api.example.com/", api -> api.bearerToken(Secret.named("token"))),
                        source -> source.table("contacts", table -> table.description("One row per contact.")
                                .from(RestApi.endpoint("contacts", e -> e.paginator(Paginator.singlePage())))
                                .merge("id")))
                .build();
        Preview preview = Workspace.of()
                .repository(Repository.inMemory("terraform", Map.of()), new TerraformEmitter())
                .repository(Repository.inMemory("data-pipelines", Map.of()), new DltEmitter(), new PrefectEmitter())
                .repository(Repository.inMemory("dbt-transform", Map.of()), new DbtEmitter())
                .onboard(plan);
        if (!preview.conflicts().isEmpty() || preview.changes("data-pipelines").files().isEmpty()) {
            throw new IllegalStateException(preview.conflicts().toString());
        }
        EmitterLaws.requireKept(new DbtEmitter(), plan, Map.of());
        if (DataSourcePlan.builder().problems().size() != 2) {
            throw new IllegalStateException(DataSourcePlan.builder().problems().toString());
        }
    }
}
