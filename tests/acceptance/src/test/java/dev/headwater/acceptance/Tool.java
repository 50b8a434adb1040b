package dev.headwater.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headwater.examples.Command;
import dev.headwater.examples.PythonEnvironment;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * A real tool. When it is not there, its tests are skipped and one line says so; where tools are required, they fail.
 */
enum Tool {
    TERRAFORM("terraform", "version"),
    GIT("git", "--version"),
    PYTHON("python3", "--version");

    private static final boolean REQUIRED = "required".equals(System.getProperty("headwater.acceptance"));
    private static final Map<Tool, Boolean> THERE = new EnumMap<>(Tool.class);

    private final String program;
    private final String question;

    Tool(String program, String question) {
        this.program = program;
        this.question = question;
    }

    /** Skips or fails the calling test when the tool is not there. */
    void needed() {
        boolean there = isThere();
        if (!there && REQUIRED) {
            throw new AssertionError(program + " is not there, and -Dheadwater.acceptance=required asks for it");
        }
        assumeTrue(there, program + " is not there");
    }

    private synchronized boolean isThere() {
        return THERE.computeIfAbsent(this, tool -> {
            boolean there = tool == PYTHON ? PythonEnvironment.interpreter().isPresent() : answers();
            if (!there && !REQUIRED) {
                System.out.println("Skipped: tests with " + program + ", which is not there.");
            }
            return there;
        });
    }

    private boolean answers() {
        try {
            return Command.in(Path.of("."), program, question).run().exitCode() == 0;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }
}
