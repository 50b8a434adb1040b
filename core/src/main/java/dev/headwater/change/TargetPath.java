package dev.headwater.change;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which paths in a repository may be written. */
final class TargetPath {

    private static final Set<String> NOT_OURS = Set.of(".git", ".headwater");

    private TargetPath() {}

    /** Why a path may not be written, as the rest of a sentence that begins with the path. */
    static Optional<String> fault(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.endsWith("/")) {
            return Optional.of("is not the path of a file below the repository's root.");
        }
        if (path.chars().anyMatch(c -> c == '\\' || c == ':' || c < 0x20)) {
            return Optional.of("holds a character that not every file system takes.");
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || ".".equals(part) || "..".equals(part)) {
                return Optional.of("has an empty part or leads out of its folder.");
            }
            if (NOT_OURS.contains(part.toLowerCase(Locale.ROOT))) {
                return Optional.of("belongs to git or to Headwater itself.");
            }
        }
        return Optional.empty();
    }
}
