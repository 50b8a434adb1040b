package dev.headwater.benchmarks;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.change.ChangeSet;
import dev.headwater.examples.HubSpotPlan;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import java.util.function.Supplier;

/**
 * One thing that a host does with one plan. It can be asked for its result time and again, and knows Java's own types
 * alone by face, so that one benchmark can hold two versions of it.
 */
public final class OnboardingTask implements Supplier<Object> {

    private final Supplier<Object> work;

    /**
     * Prepares the work.
     *
     * @param plan {@code quickstart}, or how many sources of how many tables, such as {@code 1000x5}
     * @param task {@code plan}, {@code preview}, {@code diffs} or {@code runbook}; the last two of one preview
     */
    public OnboardingTask(String plan, String task) {
        Workspace workspace = House.workspace();
        DataSourcePlan built = plan(plan);
        Preview preview = workspace.onboard(built);
        this.work = switch (task) {
            case "plan" -> () -> plan(plan);
            case "preview" -> () -> workspace.onboard(built);
            case "diffs" ->
                () -> preview.changes().stream().map(ChangeSet::diff).toList();
            case "runbook" -> () -> preview.runbook().toMarkdown();
            default -> throw new IllegalArgumentException(task);
        };
    }

    private static DataSourcePlan plan(String size) {
        if (size.equals("quickstart")) {
            return HubSpotPlan.plan();
        }
        int sources = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int tables = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        DataSourcePlan.Builder builder = DataSourcePlan.builder().loader(Loader.dlt());
        for (int i = 0; i < sources; i++) {
            String name = "shop" + i;
            builder.source(
                    name,
                    RestApi.at("https://api.example.com/", api -> api.bearerToken(Secret.named("token"))),
                    source -> tables(source, name, tables));
        }
        return builder.build();
    }

    private static void tables(Source.Builder<RestApi.Endpoint> source, String name, int tables) {
        for (int i = 0; i < tables; i++) {
            source.table(
                    name + "_orders" + i,
                    table -> table.description("One row per order.")
                            .entity("order")
                            .from(RestApi.endpoint(
                                    "orders", endpoint -> endpoint.rows("data").paginator(Paginator.jsonLink("next"))))
                            .merge("id")
                            .column(
                                    "created_at",
                                    column -> column.from("createdAt").type(ColumnType.TIMESTAMP_TZ)));
        }
    }

    @Override
    public Object get() {
        return work.get();
    }
}
