package dev.headwater.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.lifecycle.SkipExecutionHook.SkipResult;

/** A program that reads a script from standard input, if the machine has it. */
record Program(List<String> command) {

    static final Program BASH = new Program(List.of("bash"));
    static final Program PYTHON = new Program(List.of("python3", "-X", "utf8", "-"));

    /** Runs a script and returns what it printed, complaints included. */
    String run(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Skips, and says so, where the program is not installed. */
    SkipResult skipWhereMissing() {
        try {
            run("");
            return SkipResult.doNotSkip();
        } catch (IOException missing) {
            return SkipResult.skip(command.get(0) + " is not installed, so it cannot read the literals");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SkipResult.skip("interrupted while looking for " + command.get(0));
        }
    }
}
