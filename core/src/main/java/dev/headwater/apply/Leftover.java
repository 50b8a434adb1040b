package dev.headwater.apply;

import dev.headwater.change.Conflict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an apply that was cut off, or that is still running, has left beside a file.
 *
 * @param place the file beside which it is
 * @param path the leftover
 */
public record Leftover(Place place, Path path) {

    private static final Pattern AFTER_LINE_END = Pattern.compile("(?<=\n)");

    static List<Leftover> beside(Place place) {
        return Stream.of(place.staged(), place.saved())
                .filter(Place::isThere)
                .map(path -> new Leftover(place, path))
                .toList();
    }

    /**
     * Whether it may go: every line of it stands, with its line end and in the same order, in one of the texts that the
     * file has or is to have, so that no byte is lost with it. Its last line may be cut off.
     *
     * @param texts the texts that the change of the file knows; the one on disk is looked at in any case
     */
    boolean isSpare(List<String> texts) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        List<String> known = new ArrayList<>();
        texts.forEach(text -> known.add(bytes(text.getBytes(StandardCharsets.UTF_8))));
        if (Files.isRegularFile(place.target(), LinkOption.NOFOLLOW_LINKS)) {
            known.add(bytes(Files.readAllBytes(place.target())));
        }
        String left = bytes(Files.readAllBytes(path));
        return known.stream().anyMatch(text -> holds(text, left));
    }

    /** One character a byte, because a character may be cut off too. */
    private static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean holds(String text, String left) {
        Iterator<String> lines = lines(text);
        Iterator<String> wanted = lines(left);
        while (wanted.hasNext()) {
            String line = wanted.next();
            boolean cutOff = !wanted.hasNext();
            boolean found = false;
            while (!found && lines.hasNext()) {
                String there = lines.next();
                found = cutOff ? there.startsWith(line) : there.equals(line);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static Iterator<String> lines(String text) {
        return AFTER_LINE_END.splitAsStream(text).iterator();
    }

    /** {@return its path in the repository} */
    public String name() {
        return place.relative(path);
    }

    Conflict conflict() {
        return place.conflict(
                "apply.leftover",
                name() + " is there: another apply may be running, or one was cut off.",
                "Wait for the other one; only when none is running, compare it with this file, keep what you need, and"
                        + " remove it.");
    }

    @Override
    public String toString() {
        return place.repository() + "/" + name();
    }
}
