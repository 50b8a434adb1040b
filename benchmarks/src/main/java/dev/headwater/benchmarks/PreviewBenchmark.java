package dev.headwater.benchmarks;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.examples.HubSpotPlan;
import dev.headwater.plan.DataSourcePlan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The quickstart's plan, judged, and previewed over three repositories. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 10, time = 2)
@Fork(1)
public class PreviewBenchmark {

    private final Workspace workspace = House.workspace();
    private final DataSourcePlan plan = HubSpotPlan.plan();

    /**
     * Builds and judges the plan.
     *
     * @return the plan
     */
    @Benchmark
    public DataSourcePlan buildPlan() {
        return HubSpotPlan.plan();
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

    /**
     * Writes the runbook.
     *
     * @return the document
     */
    @Benchmark
    public String previewAndRunbook() {
        return workspace.onboard(plan).runbook().toMarkdown();
    }
}
