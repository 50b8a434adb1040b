package dev.headwater.emit;

import dev.headwater.document.PathSegment;
import dev.headwater.document.PathSegment.Match;
import java.util.List;
import java.util.Objects;
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

        /** @param path path below the repository's root */
        public File {
            Objects.requireNonNull(path, "path");
        }

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
            Objects.requireNonNull(directory, "directory");
            Objects.requireNonNull(type, "type");
            labels = List.copyOf(Objects.requireNonNull(labels, "labels"));
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
     * A part of a Terraform block that somebody else owns: an element of a list attribute, or a nested block. Its
     * expressions are kept in one layout, so that two that differ only in blanks are equal.
     *
     * @param block the block
     * @param path the way down from the block
     */
    record HclElement(HclBlock block, List<PathSegment> path) implements Address {

        /**
         * @param block the block
         * @param path the way down from the block
         * @throws IllegalArgumentException when an expression is none, or has comments around it
         */
        public HclElement {
            Objects.requireNonNull(block, "block");
            path = Objects.requireNonNull(path, "path").stream()
                    .map(step -> EmittedHcl.step(block, step))
                    .toList();
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
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(expression, "expression");
            return new HclElement(
                    block, joined(path, new PathSegment(type, Optional.of(new Match(attribute, expression)))));
        }

        /**
         * Goes down to an element of a list.
         *
         * @param attribute name of the list attribute
         * @param expression the element, as Terraform text
         * @return the address of the element
         */
        public HclElement element(String attribute, String expression) {
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(expression, "expression");
            return new HclElement(
                    block, joined(path, new PathSegment(attribute, Optional.of(Match.element(expression)))));
        }

        @Override
        public String toString() {
            return block + " " + shown(path);
        }
    }

    /**
     * An entry or a list item of a YAML file.
     *
     * @param file path of the file
     * @param path the way down from the root
     */
    record YamlItem(String file, List<PathSegment> path) implements Address {

        /**
         * @param file path of the file
         * @param path the way down from the root
         */
        public YamlItem {
            Objects.requireNonNull(file, "file");
            path = List.copyOf(Objects.requireNonNull(path, "path"));
        }

        /**
         * Goes down to an entry of a mapping.
         *
         * @param key key of the entry
         * @return the address of the entry
         */
        public YamlItem entry(String key) {
            Objects.requireNonNull(key, "key");
            return with(new PathSegment(key, Optional.empty()));
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
            Objects.requireNonNull(list, "list");
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
            return with(new PathSegment(list, Optional.of(new Match(key, value))));
        }

        private YamlItem with(PathSegment next) {
            return new YamlItem(file, joined(path, next));
        }

        @Override
        public String toString() {
            return file + ": " + shown(path);
        }
    }

    private static String shown(List<PathSegment> path) {
        return path.stream().map(PathSegment::toString).collect(Collectors.joining("."));
    }

    private static List<PathSegment> joined(List<PathSegment> path, PathSegment next) {
        return Stream.concat(path.stream(), Stream.of(next)).toList();
    }
}
