package dev.headwater.benchmarks;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Many sources in one call, to see how the time grows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ManySourcesBenchmark {

    /** How many sources the plan has. */
    @Param({"10", "100", "1000"})
    private int sources;

    private final Workspace workspace = House.workspace();
    private DataSourcePlan plan = plan(1);

    /** Builds the plan. */
    @Setup
    public void build() {
        plan = plan(sources);
    }

    private static DataSourcePlan plan(int sources) {
        DataSourcePlan.Builder builder = DataSourcePlan.builder().loader(Loader.dlt());
        for (int i = 0; i < sources; i++) {
            int number = i;
            builder.source(
                    "shop" + i,
                    RestApi.at("https://api.example.com/", api -> api.bearerToken(Secret.named("token"))),
                    source -> table(source, number));
        }
        return builder.build();
    }

    private static void table(Source.Builder<RestApi.Endpoint> source, int number) {
        source.table(
                "orders" + number,
                table -> table.description("One row per order.")
                        .entity("order")
                        .from(RestApi.endpoint(
                                "orders", endpoint -> endpoint.rows("data").paginator(Paginator.jsonLink("next"))))
                        .merge("id")
                        .column("created_at", column -> column.from("createdAt").type(ColumnType.TIMESTAMP_TZ)));
    }

    /**
     * Previews the plan.
     *
     * @return the preview
     */
    @Benchmark
    public Preview preview() {
        return workspace.onboard(plan);
    }
}
