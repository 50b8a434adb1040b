package dev.headwater.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which thing in a repository is meant, wherever it stands in its file. The set is closed, which is what makes merging
 * safe: other formats are whole files or manual steps.
 */
public sealed interface Address {

    /**
     * An item of a YAML file; see {@link YamlItem#item} for going down to it.
     *
     * @param file path of the file
     * @return the file's root, which is to be continued
     */
    static YamlItem yaml(String file) {
        return new YamlItem(file, List.of());
    }

    /**
     * A whole file.
     *
     * @param path path below the repository's root, with {@code /}
     */
    record File(String path) implements Address {

        @Override
        public String toString() {
            return path;
        }
    }

    /**
     * A top-level block of Terraform, in whichever {@code .tf} file of a directory it stands.
     *
     * @param directory the directory
     * @param type type of the block, such as {@code module}
     * @param labels labels of the block, such as {@code database_dlt}
     */
    record HclBlock(String directory, String type, List<String> labels) implements Address {

        /**
         * @param directory the directory
         * @param type type of the block
         * @param labels labels of the block
         */
        public HclBlock {
            labels = List.copyOf(labels);
        }

        @Override
        public String toString() {
            return (directory.isEmpty() ? "" : directory + ": ")
                    + type
                    + labels.stream().map(label -> " \"" + label + "\"").collect(Collectors.joining());
        }
    }

    /**
     * A part of a Terraform block that somebody else owns: an element of a list attribute, or a nested block.
     *
     * @param block the block
     * @param name name of the list attribute, or type of the nested block
     * @param key the element's text, or what tells the nested block from its siblings
     */
    record HclElement(HclBlock block, String name, String key) implements Address {

        @Override
        public String toString() {
            return block + " " + name + " " + key;
        }
    }

    /**
     * An entry or a list item of a YAML file.
     *
     * @param file path of the file
     * @param path the way down from the root
     */
    record YamlItem(String file, List<Segment> path) implements Address {

        /**
         * @param file path of the file
         * @param path the way down from the root
         */
        public YamlItem {
            path = List.copyOf(path);
        }

        /**
         * Goes down to an entry of a mapping.
         *
         * @param key key of the entry
         * @return the address of the entry
         */
        public YamlItem entry(String key) {
            return with(new Segment(key, Optional.empty()));
        }

        /**
         * Goes down to an item of a list.
         *
         * @param list key of the list
         * @param key key that tells the list's items apart, such as {@code name}
         * @param value its value in the item that is meant
         * @return the address of the item
         */
        public YamlItem item(String list, String key, String value) {
            return with(new Segment(list, Optional.of(new Match(key, value))));
        }

        private YamlItem with(Segment next) {
            List<Segment> longer = new ArrayList<>(path);
            longer.add(next);
            return new YamlItem(file, longer);
        }

        @Override
        public String toString() {
            return file + ": " + path.stream().map(Segment::toString).collect(Collectors.joining("."));
        }
    }

    /**
     * One step down in a YAML file.
     *
     * @param key key of the entry
     * @param match which item of the entry's list; empty when the entry itself is meant
     */
    record Segment(String key, Optional<Match> match) {

        @Override
        public String toString() {
            return key
                    + match.map(item -> "[" + item.key() + "=" + item.value() + "]")
                            .orElse("");
        }
    }

    /**
     * Which item of a list.
     *
     * @param key key that tells the list's items apart
     * @param value its value in the item that is meant
     */
    record Match(String key, String value) {}
}
