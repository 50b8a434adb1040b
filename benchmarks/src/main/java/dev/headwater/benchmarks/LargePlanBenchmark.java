package dev.headwater.benchmarks;

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

/** Many sources, and many tables in one source, to see how the time grows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LargePlanBenchmark {

    /** How many sources of how many tables. */
    @Param({"10x5", "100x5", "1000x5", "1x10", "1x100", "1x1000"})
    private String plan = "";

    /** What is done with the plan. */
    @Param({"plan", "preview", "diffs", "runbook"})
    private String task = "";

    private OnboardingTask work = new OnboardingTask("quickstart", "preview");

    /** Builds the plan. */
    @Setup
    public void prepare() {
        work = new OnboardingTask(plan, task);
    }

    /**
     * Does the task.
     *
     * @return what comes of it
     */
    @Benchmark
    public Object time() {
        return work.get();
    }
}
