package dev.headwater.acceptance;

import dev.headwater.acceptance.CorpusItem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What of the files below a folder Headwater has to do with; hidden folders are left out. */
final class CorpusFiles {

    private static final Pattern DEPLOYMENTS = rootKey("deployments");
    private static final Pattern SOURCES = rootKey("sources");

    private final Map<String, byte[]> yaml = new TreeMap<>();
    private final Map<String, byte[]> terraform = new TreeMap<>();

    private CorpusFiles() {}

    private static Pattern rootKey(String key) {
        return Pattern.compile("(?m)^(?:\uFEFF)?[\"']?" + key + "[\"']?\\s*:");
    }

    /** The items of folders, each called by its path behind the folder's name; an empty name is left out. */
    static List<CorpusItem> of(Map<String, Path> folders) throws IOException {
        CorpusFiles files = new CorpusFiles();
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            files.read(folder.getKey(), folder.getValue());
        }
        return files.items();
    }

    private void read(String name, Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                boolean isHidden =
                        !path.equals(folder) && path.getFileName().toString().startsWith(".");
                return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                String relative = folder.relativize(path).toString().replace('\\', '/');
                String called = name.isEmpty() ? relative : name + "/" + relative;
                if (attributes.isRegularFile() && called.matches(".*\\.ya?ml")) {
                    yaml.put(called, Files.readAllBytes(path));
                } else if (attributes.isRegularFile() && called.matches(".*\\.tf(\\.json)?")) {
                    terraform.put(called, Files.readAllBytes(path));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private List<CorpusItem> items() {
        List<CorpusItem> items = new ArrayList<>();
        yaml.forEach(
                (path, bytes) -> kind(path, bytes).ifPresent(kind -> items.add(CorpusItem.file(path, kind, bytes))));
        TreeSet<String> folders = new TreeSet<>();
        terraform.forEach((path, bytes) -> {
            folders.add(folder(path));
            if (path.endsWith(".tf")) {
                items.add(CorpusItem.file(path, Kind.TERRAFORM, bytes));
            }
        });
        folders.forEach(folder -> items.add(CorpusItem.folder(folder, terraform)));
        return items;
    }

    /** The folder of a file, empty for the root. */
    static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static Optional<Kind> kind(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.startsWith("prefect") || DEPLOYMENTS.matcher(text).find()) {
            return Optional.of(Kind.PREFECT);
        }
        return SOURCES.matcher(text).find() ? Optional.of(Kind.SOURCES) : Optional.empty();
    }
}
