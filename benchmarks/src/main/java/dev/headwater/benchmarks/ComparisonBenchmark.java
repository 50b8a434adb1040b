package dev.headwater.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

/** This checkout and another one, {@code -Dheadwater.other=FOLDER}, with the same plans in one run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ComparisonBenchmark {

    /** What is done with which plan; diffs of many tables are left out, which took minutes once. */
    @Param({
        "quickstart plan",
        "quickstart preview",
        "quickstart diffs",
        "quickstart runbook",
        "1000x5 plan",
        "1000x5 preview",
        "1000x5 diffs",
        "1000x5 runbook",
        "1x1000 plan",
        "1x1000 preview",
        "1x1000 runbook"
    })
    private String task = "";

    /** Whose classes do it. */
    @Param({"other", "this"})
    private String checkout = "";

    private Supplier<?> work = () -> "";

    /**
     * Loads the checkout's classes and builds the plan.
     *
     * @throws ReflectiveOperationException when the other checkout is no such project
     */
    @Setup
    public void prepare() throws ReflectiveOperationException {
        Path here = House.REPOSITORIES.resolveSibling("..").normalize();
        Path root = checkout.equals("this") ? here : Path.of(System.getProperty("headwater.other", ""));
        int blank = task.indexOf(' ');
        work = (Supplier<?>) new Checkout(root, here)
                .loadClass(OnboardingTask.class.getName())
                .getConstructor(String.class, String.class)
                .newInstance(task.substring(0, blank), task.substring(blank + 1));
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
