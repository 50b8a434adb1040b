package dev.headwater.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real git, in one directory that need not be a repository. */
record Git(Path directory) {

    private static final String PROGRAM = "git";

    static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder(PROGRAM, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs {@code git apply} and returns what it complained about. */
    String apply(String patch, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-c", "core.autocrlf=false", "apply"));
        command.addAll(List.of(options));
        command.add("-");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(directory.getParent()));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().write(patch.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : "git apply failed: " + output;
    }
}
