package dev.headwater.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program to run: in a folder, with some environment, for so long at the most. Immutable. */
public final class Command {

    private static final long MOST_SECONDS = 600;

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> words;

    private Command(Path folder, Map<String, String> environment, List<String> words) {
        this.folder = folder;
        this.environment = environment;
        this.words = words;
    }

    /**
     * What came of a run.
     *
     * @param exitCode the program's exit code
     * @param output what it printed, both streams
     */
    public record Result(int exitCode, String output) {

        /**
         * Insists that the run went well.
         *
         * @return this result
         */
        public Result orFail() {
            if (exitCode != 0) {
                throw new IllegalStateException("exit code " + exitCode + "\n" + output);
            }
            return this;
        }
    }

    /**
     * A program and its arguments.
     *
     * @param folder where it runs
     * @param words the program and its arguments
     * @return the command
     */
    public static Command in(Path folder, String... words) {
        return new Command(folder, Map.of(), Arrays.asList(words.clone()));
    }

    /**
     * The same with environment variables.
     *
     * @param variables added to this process's own
     * @return the changed command
     */
    public Command with(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(variables);
        return new Command(folder, all, words);
    }

    /**
     * Runs it to its end.
     *
     * @return exit code and output
     */
    public Result run() {
        try {
            Path output = Files.createTempFile("headwater-command-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try {
                if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(words + " did not end within " + MOST_SECONDS + " seconds");
                }
                return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
