package dev.headwater.emit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A line of a git ignore file. Its text is bytes, one a character. */
final class IgnoreRule {

    private final String file;
    private final int line;
    private final String text;
    private final boolean negated;
    private final boolean ofDirectories;
    private final boolean ofNames;
    private final Glob glob;

    private IgnoreRule(String file, int line, String text) {
        this.file = file;
        this.line = line;
        this.text = text;
        this.negated = text.startsWith("!");
        this.ofDirectories = text.endsWith("/");
        String pattern =
                text.substring(negated ? 1 : 0, Math.max(negated ? 1 : 0, text.length() - (ofDirectories ? 1 : 0)));
        this.ofNames = pattern.indexOf('/') < 0;
        this.glob = GlobReader.read(pattern.startsWith("/") ? pattern.substring(1) : pattern);
    }

    /**
     * Reads a line.
     *
     * @param file the file that it stands in, for messages
     * @param line its number, from 1
     * @param text the line, without its end
     * @return the rule; nothing for a comment and for a line that says nothing
     */
    static Optional<IgnoreRule> parse(String file, int line, String text) {
        String said = withoutBlankEnd(text);
        return said.isEmpty() || said.startsWith("#")
                ? Optional.empty()
                : Optional.of(new IgnoreRule(file, line, said));
    }

    /** An escaped blank stays. */
    private static String withoutBlankEnd(String text) {
        int end = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
                end = Math.min(at + 1, text.length());
            } else if (text.charAt(at) != ' ') {
                end = at + 1;
            }
        }
        return text.substring(0, end);
    }

    /**
     * Whether the rule speaks of a path.
     *
     * @param path the path below the directory that the rule's file is for
     * @param directory whether it is a directory
     * @return true when it does
     */
    boolean matches(String path, boolean directory) {
        return (directory || !ofDirectories)
                && glob.matches(ofNames ? path.substring(path.lastIndexOf('/') + 1) : path);
    }

    /** Whether it takes back what other rules say. */
    boolean isNegated() {
        return negated;
    }

    /** In the form of {@code git check-ignore -v}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
