package dev.headwater.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** The ways in which a disk is written, one a method, so that a test can let any of them fail. */
class Disk {

    void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory);
    }

    /** Creates an empty file where there is none. */
    void create(Path file) throws IOException {
        Files.createFile(file);
    }

    void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source != null && target != null) {
            target.setPermissions(source.readAttributes().permissions());
        }
    }

    /** Copies a file, with its times and permissions, to where there is none. */
    void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    /** Moves a file in one step, in place of what is there. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a file or an empty directory, if it is there. */
    void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }
}
