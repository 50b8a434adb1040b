package dev.headwater.document;

import dev.headwater.document.YamlNode.Entry;
import dev.headwater.document.YamlNode.Mapping;
import dev.headwater.problem.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of one directory that Terraform (1.11) reads as one configuration.
 *
 * @param path path of the directory
 * @param files the configuration files, by path, in order
 * @param overrides override files, by path, which change blocks of other files
 * @param json files of Terraform's JSON form, by path
 * @param unreadable files that Terraform would refuse, or that cannot be read, by path, and why; of the directory
 *     itself, when it cannot be listed
 * @param directories names of the directories in it
 */
public record TerraformDirectory(
        String path,
        Map<String, HclFile> files,
        Map<String, HclFile> overrides,
        Map<String, YamlNode> json,
        Map<String, Diagnostic> unreadable,
        List<String> directories) {

    /**
     * Whether Terraform reads a file of this name: editors' copies and hidden files it does not.
     *
     * @param name name of the file
     * @return true for configuration files
     */
    public static boolean isConfiguration(String name) {
        boolean ignored = name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
        return !ignored && (name.endsWith(".tf") || name.endsWith(".tf.json"));
    }

    /**
     * Whether Terraform takes a file for one that overrides others.
     *
     * @param file path of the file
     * @return true for {@code override.tf} and {@code x_override.tf}
     */
    public static boolean isOverride(String file) {
        return file.matches("(?:.*[/_])?override\\.tf");
    }

    /**
     * A file in the directory.
     *
     * @param name name of the file
     * @return its path
     */
    public String file(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    /**
     * The blocks of all configuration files.
     *
     * @return the blocks, by file and line
     */
    public List<LocatedBlock> blocks() {
        return located(files).toList();
    }

    /**
     * The blocks of a type.
     *
     * @param type the type
     * @return the blocks, by file and line
     */
    public List<LocatedBlock> blocks(String type) {
        return located(files)
                .filter(located -> located.block().type().equals(type))
                .toList();
    }

    /**
     * The blocks of a type and labels.
     *
     * @param type the type
     * @param labels the labels
     * @return the blocks, of which there is more than one when Terraform would refuse the directory
     */
    public List<LocatedBlock> blocks(String type, List<String> labels) {
        return located(files)
                .filter(located -> located.block().is(type, labels))
                .toList();
    }

    /**
     * Where a block is written, or changed, in a form that is not edited: in an override file or in JSON.
     *
     * @param type the block's type
     * @param labels the block's labels
     * @return the file and a diagnostic of its line
     */
    public Optional<Place> elsewhere(String type, List<String> labels) {
        return located(overrides)
                .filter(located -> located.block().is(type, labels))
                .map(located -> new Place(located.file(), located.block().line()))
                .findFirst()
                .or(() -> inJson(type, labels));
    }

    /**
     * A line of a file.
     *
     * @param file path of the file
     * @param line the line, from 1
     */
    public record Place(String file, int line) {}

    /**
     * Where a block is written, or changed, in JSON.
     *
     * @param type the block's type
     * @param labels the block's labels
     * @return the place
     */
    public Optional<Place> inJson(String type, List<String> labels) {
        List<String> keys = Stream.concat(Stream.of(type), labels.stream()).toList();
        return json.entrySet().stream()
                .flatMap(file -> line(file.getValue(), keys).map(line -> new Place(file.getKey(), line)).stream())
                .findFirst();
    }

    /** At every level Terraform takes an object, or a list of objects; a key that is there twice adds to the first. */
    private static Optional<Integer> line(YamlNode node, List<String> keys) {
        if (keys.isEmpty()) {
            return Optional.of(node.line());
        }
        return Stream.concat(Stream.of(node), node.elements().stream())
                .filter(Mapping.class::isInstance)
                .flatMap(object -> ((Mapping) object).entries(keys.get(0)).stream())
                .map(Entry::value)
                .flatMap(value -> line(value, keys.subList(1, keys.size())).stream())
                .findFirst();
    }

    private static Stream<LocatedBlock> located(Map<String, HclFile> files) {
        return files.entrySet().stream()
                .flatMap(
                        file -> file.getValue().blocks().stream().map(block -> new LocatedBlock(file.getKey(), block)));
    }

    /**
     * The paths of all files that Terraform reads.
     *
     * @return the paths, in order
     */
    public List<String> paths() {
        return Stream.of(files.keySet(), overrides.keySet(), json.keySet(), unreadable.keySet())
                .flatMap(paths -> paths.stream())
                .filter(file -> !file.equals(path))
                .sorted()
                .toList();
    }

    /**
     * Files that Terraform reads and this does not follow: JSON and override files.
     *
     * @return their paths, in order
     */
    public List<String> unread() {
        return Stream.of(json.keySet(), overrides.keySet(), unreadable.keySet())
                .flatMap(paths -> paths.stream())
                .filter(file -> file.endsWith(".json") || isOverride(file))
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * The first configuration file that Terraform would refuse.
     *
     * @return file, line and what is wrong
     */
    public Optional<String> fault() {
        return unreadable.entrySet().stream()
                .filter(fault -> !fault.getKey().endsWith(".json") && !isOverride(fault.getKey()))
                .map(fault -> said(fault.getKey(), fault.getValue()))
                .findFirst();
    }

    private static String said(String file, Diagnostic fault) {
        return file + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.message() + " " + fault.hint();
    }

    /**
     * Whether there is anything that Terraform reads.
     *
     * @return false for a folder without configuration files
     */
    public boolean hasConfiguration() {
        return !files.isEmpty() || !overrides.isEmpty() || !json.isEmpty() || !unreadable.isEmpty();
    }

    /**
     * Whether all of it can be followed.
     *
     * @return false with a fault, or with files that are not followed
     */
    public boolean isKnown() {
        return unreadable.isEmpty() && json.isEmpty() && overrides.isEmpty();
    }

    /**
     * The same without some blocks of its configuration files.
     *
     * @param left which blocks stay
     * @return the rest
     */
    public TerraformDirectory keeping(Predicate<HclBlock> left) {
        Map<String, HclFile> rest = new LinkedHashMap<>();
        files.forEach((file, hcl) -> rest.put(
                file,
                new HclFile(
                        hcl.text(),
                        hcl.attributes(),
                        hcl.blocks().stream().filter(left).toList())));
        return new TerraformDirectory(path, rest, overrides, json, unreadable, directories);
    }

    /**
     * A block of Terraform and the file where it stands.
     *
     * @param file path of the file
     * @param block the block
     */
    public record LocatedBlock(String file, HclBlock block) {

        /**
         * The block's own name.
         *
         * @return its last label; empty for a block without labels
         */
        public String label() {
            return block.labels().isEmpty()
                    ? ""
                    : block.labels().get(block.labels().size() - 1);
        }

        /**
         * Whether its first label is a name, such as the type of a resource.
         *
         * @param name the name
         * @return true when it is
         */
        public boolean isOf(String name) {
            return !block.labels().isEmpty() && block.labels().get(0).equals(name);
        }

        /**
         * Where a person looks it up.
         *
         * @return file and line, as {@code infra/main.tf:12}
         */
        public String place() {
            return file + ":" + block.line();
        }

        /**
         * The block as its file has it.
         *
         * @return such as {@code module "hubspot"}
         */
        public String called() {
            return block.type() + " \"" + String.join("\" \"", block.labels()) + "\"";
        }

        /**
         * The block as expressions and people name it.
         *
         * @return such as {@code module.hubspot}
         */
        public String address() {
            String labels = String.join(".", block.labels());
            return block.type().equals("resource") ? labels : block.type() + "." + labels;
        }

        /**
         * The block with file and line.
         *
         * @return such as {@code module "hubspot" (infra/main.tf:12)}
         */
        public String shown() {
            return called() + " (" + place() + ")";
        }

        /**
         * The value of an attribute that is one quoted string.
         *
         * @param attribute name of the attribute
         * @return the string's content
         */
        public Optional<String> literal(String attribute) {
            return block.attribute(attribute).flatMap(HclAttribute::literal);
        }

        /**
         * The value of an attribute.
         *
         * @param attribute name of the attribute
         * @return the value
         */
        public Optional<HclExpression> value(String attribute) {
            return block.attribute(attribute).map(HclAttribute::value);
        }

        /**
         * Where an attribute stands.
         *
         * @param attribute name of the attribute
         * @return file and line
         */
        public Optional<String> placeOf(String attribute) {
            return block.attribute(attribute).map(found -> file + ":" + found.line());
        }

        /**
         * Whether it stands for several things, each of which has a key.
         *
         * @return true with {@code for_each} or {@code count}
         */
        public boolean isRepeated() {
            return block.attribute("for_each").isPresent()
                    || block.attribute("count").isPresent();
        }
    }
}
