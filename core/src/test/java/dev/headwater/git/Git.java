package dev.headwater.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real git, in one directory that need not be a repository. */
public record Git(Path directory) {

    private static final String PROGRAM = "git";

    public static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder(PROGRAM, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs {@code git apply} and returns what it complained about. */
    public String apply(String patch, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-c", "core.autocrlf=false", "apply"));
        command.addAll(List.of(options));
        command.add("-");
        Output output = run(patch, command);
        return output.code() == 0 ? "" : "git apply failed: " + output.text();
    }

    /** By which rule git ignores each path, as {@code file:line:pattern}; paths that it does not are left out. */
    public Map<String, String> ignored(Collection<String> paths) throws IOException, InterruptedException {
        List<String> command =
                List.of("-c", "core.excludesFile=", "check-ignore", "--no-index", "--verbose", "-z", "--stdin");
        Output output = run(String.join("\0", paths), command);
        if (output.code() > 1) {
            throw new IOException(output.text());
        }
        Map<String, String> ignored = new TreeMap<>();
        String[] fields = output.text().split("\0", -1);
        for (int i = 0; i + 3 < fields.length; i += 4) {
            if (!fields[i + 2].startsWith("!")) {
                ignored.put(fields[i + 3], fields[i] + ":" + fields[i + 1] + ":" + fields[i + 2]);
            }
        }
        return ignored;
    }

    private record Output(int code, String text) {}

    public void run(String... arguments) throws IOException, InterruptedException {
        Output output = run("", List.of(arguments));
        if (output.code() != 0) {
            throw new IOException(output.text());
        }
    }

    private Output run(String input, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CEILING_DIRECTORIES", String.valueOf(directory.getParent()));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), output);
    }
}
