package dev.headwater.apply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk on which one step fails, or several in a row. */
final class FailingDisk extends Disk {

    private final int firstFailure;
    private final int lastFailure;
    private int steps;

    FailingDisk(int firstFailure, int lastFailure) {
        this.firstFailure = firstFailure;
        this.lastFailure = lastFailure;
    }

    boolean hasFailed() {
        return steps >= firstFailure;
    }

    private void step() throws IOException {
        steps++;
        if (steps >= firstFailure && steps <= lastFailure) {
            throw new IOException("no space left");
        }
    }

    @Override
    void createDirectory(Path directory) throws IOException {
        step();
        super.createDirectory(directory);
    }

    @Override
    void create(Path file) throws IOException {
        step();
        super.create(file);
    }

    /** Fails when half is written, as a full disk does. */
    @Override
    void write(Path file, byte[] bytes) throws IOException {
        super.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        step();
        super.write(file, bytes);
    }

    @Override
    void copyPermissions(Path from, Path to) throws IOException {
        step();
        super.copyPermissions(from, to);
    }

    @Override
    void copy(Path from, Path to) throws IOException {
        step();
        super.copy(from, to);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        step();
        super.move(from, to);
    }

    @Override
    void delete(Path path) throws IOException {
        step();
        super.delete(path);
    }
}
