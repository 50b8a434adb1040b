package dev.headwater.apply;

import dev.headwater.change.Conflict;
import dev.headwater.naming.FileName;
import dev.headwater.problem.Diagnostic;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which paths may be written: those that mean the same place on every system, inside the repository. */
public final class WritablePath {

    private static final FileName FILE_NAME = new FileName();
    private static final String OWN_DIRECTORY = ".headwater";

    private WritablePath() {}

    static Optional<Conflict> fault(Place place) {
        return fault(place.repository(), place.path()).or(() -> faultOfMachine(place));
    }

    /**
     * Why a path may not be written, wherever its repository is.
     *
     * @param repository name of the repository
     * @param path path of the file in it
     * @return a conflict {@code apply.path}; nothing when it may
     */
    public static Optional<Conflict> fault(String repository, String path) {
        List<String> parts = Arrays.asList(path.split("/", -1));
        return parts.stream()
                .map(WritablePath::reasonOfPart)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> reasonOfWhole(parts))
                .map(reason -> conflict(repository, path, reason));
    }

    private static Optional<Conflict> faultOfMachine(Place place) {
        try {
            place.target();
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of(conflict(place.repository(), place.path(), "is not one that this machine can write"));
        }
    }

    private static Conflict conflict(String repository, String path, String reason) {
        return Conflict.of(
                repository,
                path,
                new Diagnostic(
                        "apply.path", 0, "This path " + reason + ".", "Give the file another path in the repository."),
                Optional.empty());
    }

    private static Optional<String> reasonOfPart(String part) {
        if (part.isEmpty()) {
            return Optional.of("is absolute, or has an empty part");
        }
        if (part.equals(".") || part.equals("..")) {
            return Optional.of("has a part that is . or ..");
        }
        if (part.chars().anyMatch(c -> c == '\\' || c == ':' || c == 0)) {
            return Optional.of("has a backslash, a colon or a NUL");
        }
        // Windows drops dots and blanks at the end of a name.
        if (FILE_NAME.suggest(part).filter(".git"::equalsIgnoreCase).isPresent()) {
            return Optional.of("belongs to git");
        }
        return FILE_NAME.check(part).stream()
                .findFirst()
                .map(fault -> "has the part \"" + part + "\", which " + fault.message());
    }

    private static Optional<String> reasonOfWhole(List<String> parts) {
        String name = parts.get(parts.size() - 1);
        if (name.endsWith(Place.STAGED_SUFFIX) || name.endsWith(Place.SAVED_SUFFIX)) {
            return Optional.of("has an end that is kept for files in the making");
        }
        if (parts.stream().anyMatch(part -> part.equalsIgnoreCase(OWN_DIRECTORY)) && !isRecord(parts)) {
            return Optional.of("is in .headwater, where only records are written");
        }
        if (parts.stream().anyMatch(part -> part.equalsIgnoreCase(".dlt"))
                && name.toLowerCase(Locale.ROOT).endsWith("secrets.toml")) {
            return Optional.of("may hold secrets");
        }
        return Optional.empty();
    }

    private static boolean isRecord(List<String> parts) {
        return parts.size() == 2
                && parts.get(0).equals(OWN_DIRECTORY)
                && parts.get(1).endsWith(".json");
    }
}
