package dev.headwater.benchmarks;

import dev.headwater.examples.Command;
import dev.headwater.examples.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole processes: the least Java program, an onboarding from main to applied files, and a template tool. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 20)
@Fork(1)
public class ColdProcessBenchmark {

    /** What somebody sets who starts a process for each onboarding. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Path folder = Path.of("");
    private CopierTemplate template = new CopierTemplate();

    /**
     * Makes the template and the archive of class data.
     *
     * @throws IOException when the disk fails
     */
    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("headwater-cold-");
        template.write(folder.resolve("template"));
        Folders.copy(House.REPOSITORIES, folder.resolve("house"));
        java(List.of("-XX:ArchiveClassesAtExit=" + archive()), ColdOnboarding.class);
    }

    /**
     * Takes the places back to where an onboarding starts.
     *
     * @throws IOException when the disk fails
     */
    @Setup(Level.Invocation)
    public void startAgain() throws IOException {
        Folders.copy(House.REPOSITORIES, folder.resolve("house"));
        Folders.delete(folder.resolve("copy"));
    }

    /**
     * Removes all files.
     *
     * @throws IOException when the disk fails
     */
    @TearDown
    public void remove() throws IOException {
        Folders.delete(folder);
    }

    /** A Java program that prints one line. */
    @Benchmark
    public void oneLine() {
        java(List.of(), OneLine.class);
    }

    /** An onboarding. */
    @Benchmark
    public void onboarding() {
        java(List.of(), ColdOnboarding.class);
    }

    /** An onboarding with an archive of class data. */
    @Benchmark
    public void onboardingWithAppCds() {
        java(List.of("-XX:SharedArchiveFile=" + archive()), ColdOnboarding.class);
    }

    /** An onboarding with the quick compiler alone and one thread for garbage. */
    @Benchmark
    public void onboardingQuickStart() {
        java(QUICK_START, ColdOnboarding.class);
    }

    /** The same with an archive of class data. */
    @Benchmark
    public void onboardingQuickStartWithAppCds() {
        java(
                Stream.concat(QUICK_START.stream(), Stream.of("-XX:SharedArchiveFile=" + archive()))
                        .toList(),
                ColdOnboarding.class);
    }

    /**
     * {@code copier copy} of a template that gives the same files.
     *
     * @throws IOException when the files are others
     */
    @Benchmark
    public void copier() throws IOException {
        Command.in(
                        folder,
                        System.getProperty("headwater.copier", "copier"),
                        "copy",
                        "--quiet",
                        "--defaults",
                        "template",
                        "copy")
                .run()
                .orFail();
        template.requireSame(folder.resolve("copy"));
    }

    private String archive() {
        return folder.resolve("classes.jsa").toString();
    }

    private void java(List<String> options, Class<?> program) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(options);
        words.addAll(List.of("-classpath", jars(), program.getName(), "house"));
        Command.in(folder, words.toArray(new String[0])).run().orFail();
    }

    /** The class path, with this module's jar instead of its folder of classes. */
    private static String jars() {
        Stream<String> others = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"));
        return Stream.concat(Stream.of(System.getProperty("headwater.jar", "")), others)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
