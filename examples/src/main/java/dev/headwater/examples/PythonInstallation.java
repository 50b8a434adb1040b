package dev.headwater.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes a virtual environment, and says how far it has come: a line at the start and after each of ten parts. */
final class PythonInstallation {

    private static final int PARTS = 10;

    private final Path folder;
    private final Consumer<String> progress;
    private final Instant start = Instant.now();

    PythonInstallation(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Installs pinned requirements, which name everything that any of them needs. */
    void install(String interpreter, String requirements) throws IOException {
        List<String> packages = requirements
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        progress.accept("Making a Python environment of " + packages.size() + " packages in " + folder + " ...");
        Command.in(Path.of("."), interpreter, "-m", "venv", folder.toString())
                .run()
                .orFail();
        Files.writeString(folder.resolve("requirements.txt"), requirements);
        int done = 0;
        for (int part = 1; part <= PARTS; part++) {
            int end = packages.size() * part / PARTS;
            if (end > done) {
                install(packages.subList(done, end));
                done = end;
                progress.accept("  " + done + " of " + packages.size() + " packages, up to " + packages.get(done - 1)
                        + ", after " + Duration.between(start, Instant.now()).toSeconds() + " s");
            }
        }
    }

    private void install(List<String> packages) throws IOException {
        Path file = folder.resolve("part.txt");
        Files.write(file, packages);
        Command.in(
                        folder,
                        folder.resolve("bin/python").toString(),
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--no-deps",
                        "--requirement",
                        file.toString())
                .with(Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1", "PIP_NO_INPUT", "1"))
                .run()
                .orFail();
        Files.delete(file);
    }
}
