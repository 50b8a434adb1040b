package dev.headwater.read;

import java.util.List;

/** Provisional. */
public record HclFile(List<Block> blocks, List<String> attributes) {

    /**
     * A block.
     *
     * @param type type
     * @param labels labels
     */
    public record Block(String type, List<String> labels) {}

    /**
     * Parses.
     *
     * @param text text
     * @return file
     */
    public static HclFile parse(String text) {
        var matcher = java.util.regex.Pattern.compile("(?m)^(\\w+)((?: \"[^\"]+\")*) \\{")
                .matcher(text);
        return new HclFile(
                matcher.results()
                        .map(m -> new Block(
                                m.group(1),
                                java.util.regex.Pattern.compile("\"([^\"]+)\"")
                                        .matcher(m.group(2))
                                        .results()
                                        .map(l -> l.group(1))
                                        .toList()))
                        .toList(),
                List.of());
    }
}
