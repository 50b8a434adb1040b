package dev.headwater.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A Python virtual environment of pinned requirements, kept in the user's cache under their hash, and made when it is
 * first asked for.
 */
public final class PythonEnvironment {

    private static final List<String> INTERPRETERS = List.of("python3", "python3.13", "python3.12", "python3.11");

    private final Path folder;

    private PythonEnvironment(Path folder) {
        this.folder = folder;
    }

    /**
     * Whether a Python is there that environments can be made with.
     *
     * @return the interpreter's name; empty when there is none from 3.11 on
     */
    public static Optional<String> interpreter() {
        return INTERPRETERS.stream().filter(PythonEnvironment::isRecent).findFirst();
    }

    private static boolean isRecent(String interpreter) {
        try {
            return Command.in(Path.of("."), interpreter, "-c", "import sys, venv; sys.exit(sys.version_info < (3, 11))")
                            .run()
                            .exitCode()
                    == 0;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    /**
     * An environment, which is made if it is not there; lines on the standard output say how far that has come.
     *
     * @param name {@code pipelines} or {@code dbt}
     * @return the environment
     * @throws IOException when the disk or the installation fails
     */
    public static PythonEnvironment of(String name) throws IOException {
        String requirements = resource("requirements-" + name + ".txt");
        String interpreter = interpreter().orElseThrow(() -> new IOException("there is no python3 from 3.11 on"));
        Path cache = cache();
        Files.createDirectories(cache);
        Path folder = cache.resolve(name + "-" + hash(requirements + version(interpreter)));
        Path complete = folder.resolve("complete");
        try (FileChannel channel = FileChannel.open(
                        cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Objects.requireNonNull(lock);
            if (!Files.exists(complete)) {
                Folders.delete(folder);
                new PythonInstallation(folder, System.out::println).install(interpreter, requirements);
                Files.createFile(complete);
            }
        }
        return new PythonEnvironment(folder);
    }

    private static String version(String interpreter) {
        return Command.in(Path.of("."), interpreter, "-c", "import sys; print(sys.version)")
                .run()
                .orFail()
                .output();
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("headwater").resolve("python");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PythonEnvironment.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Where a program of the environment is.
     *
     * @param name such as {@code python} or {@code ruff}
     * @return its path
     */
    public String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }
}
