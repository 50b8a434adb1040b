package dev.headwater.apply;

import dev.headwater.change.FileChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One change, and the place on disk where it is to happen. */
record PlannedFile(Place place, FileChange change) {

    /** The texts that the file has and is to have. */
    List<String> texts() {
        return Stream.of(change.before(), change.after())
                .flatMap(Optional::stream)
                .toList();
    }

    boolean isAsSeen() throws IOException {
        return diskHolds(change.before());
    }

    boolean isWritten() throws IOException {
        return diskHolds(change.after());
    }

    private boolean diskHolds(Optional<String> text) throws IOException {
        Path target = place.target();
        if (text.isEmpty() || !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return text.isEmpty() && Files.notExists(target, LinkOption.NOFOLLOW_LINKS);
        }
        return Arrays.equals(Files.readAllBytes(target), text.get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return place.toString();
    }
}
