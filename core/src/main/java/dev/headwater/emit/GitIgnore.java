package dev.headwater.emit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What git ignores in a directory, by the ignore files of the checkout that it lies in. A file is read when it is first
 * needed, and not again.
 */
final class GitIgnore {

    private static final String FILE = ".gitignore";

    private final Path root;
    private final Path top;
    private final Map<String, Level> levels = new HashMap<>();

    private GitIgnore(Path root, Path top, Optional<Path> exclude) {
        this.root = root;
        this.top = top;
        List<IgnoreFile> files = exclude.filter(Files::isRegularFile).stream()
                .map(file -> read(file, ""))
                .toList();
        levels.put("", new Level(Optional.empty(), withOwn("", files)));
    }

    /**
     * What git ignores in a directory. A checkout that ignores the directory as a whole says nothing about what is in
     * it.
     *
     * @param root the directory
     * @return the rules
     */
    static GitIgnore of(Path root) {
        GitIgnore alone = new GitIgnore(root, root, Optional.empty());
        try {
            return GitCheckout.around(root)
                    .map(checkout -> new GitIgnore(root, checkout.top(), checkout.exclude()))
                    .filter(inCheckout ->
                            inCheckout.level(inCheckout.fromTop("")).ignoredBy().isEmpty())
                    .orElse(alone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What holds for the entries of a directory.
     *
     * @param ignoredBy the rule by which the directory is ignored, and all that is in it
     * @param files the ignore files that hold in it, the nearest first
     */
    private record Level(Optional<IgnoreRule> ignoredBy, List<IgnoreFile> files) {

        /** The first rule that speaks of a path decides. */
        Optional<IgnoreRule> rule(String path, boolean directory) {
            return ignoredBy.or(() -> files.stream()
                    .flatMap(file -> file.rule(path, directory).stream())
                    .findFirst()
                    .filter(rule -> !rule.isNegated()));
        }
    }

    /**
     * The rule by which git ignores a path.
     *
     * @param path the path from the root
     * @param directory whether it is a directory, and no link to one
     * @return the rule; nothing when the path is not ignored
     */
    Optional<IgnoreRule> rule(RepositoryPath path, boolean directory) {
        String fromTop = fromTop(path.toString());
        return level(parent(fromTop)).rule(bytes(fromTop), directory);
    }

    /** The path as git has it: without a slash at either end. */
    private String fromTop(String path) {
        String above = top.relativize(root).toString().replace('\\', '/');
        return above.isEmpty() || path.isEmpty() ? above + path : above + "/" + path;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private Level level(String directory) {
        Level level = levels.get(directory);
        if (level != null) {
            return level;
        }
        // From above, so that the depth of a path costs no stack.
        int slash = directory.indexOf('/');
        Level above = level("");
        while (slash >= 0) {
            above = below(above, directory.substring(0, slash));
            slash = directory.indexOf('/', slash + 1);
        }
        return below(above, directory);
    }

    private Level below(Level above, String directory) {
        return levels.computeIfAbsent(directory, any -> {
            boolean link = Files.isSymbolicLink(top.resolve(directory));
            Optional<IgnoreRule> rule = above.rule(bytes(directory), !link);
            // Git follows no links, so what a linked directory holds has no say here.
            return new Level(rule, rule.isPresent() || link ? above.files() : withOwn(directory, above.files()));
        });
    }

    /** A file that is a link has no say either. */
    private List<IgnoreFile> withOwn(String directory, List<IgnoreFile> files) {
        Path own = top.resolve(directory).resolve(FILE);
        return Files.isRegularFile(own, LinkOption.NOFOLLOW_LINKS)
                ? Stream.concat(Stream.of(read(own, directory)), files.stream()).toList()
                : files;
    }

    private IgnoreFile read(Path file, String directory) {
        try {
            String base = directory.isEmpty() ? "" : bytes(directory) + "/";
            return IgnoreFile.parse(base, name(file), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(Path file) {
        Path shown = file.startsWith(top) ? root.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
