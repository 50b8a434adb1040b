package dev.headwater.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies and deletes whole folders. */
public final class Folders {

    private Folders() {}

    /**
     * Puts a fresh copy of a folder somewhere.
     *
     * @param from the folder
     * @param to where the copy goes; what is there goes away
     * @throws IOException when the disk fails
     */
    public static void copy(Path from, Path to) throws IOException {
        delete(to);
        for (Path source : walk(from)) {
            Path target = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else {
                Files.copy(source, target);
            }
        }
    }

    /**
     * Deletes a folder, if it is there.
     *
     * @param folder the folder
     * @throws IOException when the disk fails
     */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path :
                    walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
