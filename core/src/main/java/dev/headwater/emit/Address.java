package dev.headwater.emit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which thing in a repository is meant, wherever it stands in its file. The set is closed, which is what makes merging
 * safe: other formats are whole files or manual steps.
 *
 * <pre>{@code
 * new Address.File("flows/crm.py"); // flows/crm.py
 * new Address.HclBlock("infra", "module", List.of("crm")); // infra: module "crm"
 * Address.yaml("prefect.yaml").item("deployments", "name", "crm"); // prefect.yaml: deployments[name=crm]
 * }</pre>
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
     * A whole file. It is written only where every system can have such a path; one with a part that is no
     * {@link dev.headwater.naming.FileName}, such as {@code a?b} or {@code nul.tf}, that leads out of the repository,
     * or that belongs to git, to dlt's secrets or to files in the making, is a conflict {@code apply.path}. What is
     * there under such a name can be read and required all the same.
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

        /**
         * Goes into the block; see {@link HclElement#nested} and {@link HclElement#element} for going on.
         *
         * @return the block's inside, which is to be continued
         */
        public HclElement inside() {
            return new HclElement(this, List.of());
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
     * @param path the way down from the block
     */
    record HclElement(HclBlock block, List<Segment> path) implements Address {

        /**
         * @param block the block
         * @param path the way down from the block
         */
        public HclElement {
            path = List.copyOf(path);
        }

        /**
         * Goes down to a nested block.
         *
         * @param type type of the nested block, such as {@code queue}
         * @param attribute attribute that tells blocks of this type apart, such as {@code id}
         * @param expression the attribute's value in the block that is meant, as Terraform text
         * @return the address of the nested block
         */
        public HclElement nested(String type, String attribute, String expression) {
            return new HclElement(
                    block, joined(path, new Segment(type, Optional.of(new Match(attribute, expression)))));
        }

        /**
         * Goes down to an element of a list.
         *
         * @param attribute name of the list attribute
         * @param expression the element, as Terraform text
         * @return the address of the element
         */
        public HclElement element(String attribute, String expression) {
            return new HclElement(block, joined(path, new Segment(attribute, Optional.of(Match.element(expression)))));
        }

        @Override
        public String toString() {
            return block + " " + Segment.joined(path);
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
            return new YamlItem(file, joined(path, next));
        }

        @Override
        public String toString() {
            return file + ": " + Segment.joined(path);
        }
    }

    /**
     * One step down in a YAML file or a Terraform block.
     *
     * @param key key of the entry, name of the attribute or type of the nested block
     * @param match which item of the entry's list; empty when the entry itself is meant
     */
    record Segment(String key, Optional<Match> match) {

        private static String joined(List<Segment> path) {
            return path.stream().map(Segment::toString).collect(Collectors.joining("."));
        }

        @Override
        public String toString() {
            return key + match.map(item -> "[" + item + "]").orElse("");
        }
    }

    /**
     * Which item of a list.
     *
     * @param key key that tells the list's items apart; empty when the item itself is the value
     * @param value its value in the item that is meant
     */
    record Match(String key, String value) {

        /**
         * The item that is a value itself.
         *
         * @param value the value
         * @return the match
         */
        static Match element(String value) {
            return new Match("", value);
        }

        @Override
        public String toString() {
            return key.isEmpty() ? value : key + "=" + value;
        }
    }

    private static List<Segment> joined(List<Segment> path, Segment next) {
        return Stream.concat(path.stream(), Stream.of(next)).toList();
    }
}
