package dev.headwater.emit;

import dev.headwater.problem.RepositoryException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A path that stays inside its repository, taken apart. The empty path has no parts. */
record RepositoryPath(List<String> parts) {

    static RepositoryPath parse(String repository, String path) {
        List<String> parts = path.isEmpty() ? List.of() : List.of(path.split("/", -1));
        if (!parts.stream().allMatch(RepositoryPath::isName)) {
            throw new RepositoryException("\"" + path + "\" is not a path in the repository " + repository
                    + ": give one relative to its directory, with / between its parts and without . or .. in it.");
        }
        return new RepositoryPath(parts);
    }

    static boolean isName(String part) {
        return !part.isEmpty()
                && !part.equals(".")
                && !part.equals("..")
                && part.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c == 0);
    }

    RepositoryPath child(String name) {
        return new RepositoryPath(Stream.concat(parts.stream(), Stream.of(name)).toList());
    }

    /** Whether the path is git's own, or holds dlt's secrets; neither is ever opened, on any file system. */
    boolean isGuarded() {
        List<String> folded =
                parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
        return folded.contains(".git") || isDltSecret(folded);
    }

    private static boolean isDltSecret(List<String> folded) {
        return folded.contains(".dlt") && folded.get(folded.size() - 1).endsWith("secrets.toml");
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
