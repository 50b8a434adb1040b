package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.read.HclBlock;
import dev.headwater.read.HclFile;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import dev.headwater.read.YamlNode.Entry;
import dev.headwater.read.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Terraform files of one directory, which Terraform reads as one. */
final class HclDirectory {

    private final Map<String, HclFile> files = new TreeMap<>();
    private final Map<String, HclFile> overrides = new TreeMap<>();
    private final Map<String, YamlNode> json = new TreeMap<>();
    private final Map<String, Refusal> unreadable = new TreeMap<>();

    HclDirectory(RepositoryFiles repository, String directory) {
        reading(directory, () -> repository.terraformFiles(directory).forEach(path -> read(repository, path)));
    }

    /** Whether Terraform reads a file of this name: editors' copies and hidden files it does not. */
    static boolean isConfiguration(String name) {
        boolean ignored = name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
        return !ignored && (name.endsWith(".tf") || name.endsWith(".tf.json"));
    }

    private void read(RepositoryFiles repository, String path) {
        reading(
                path,
                () -> repository.text(path, "hcl").ifPresent(text -> {
                    if (path.endsWith(".json")) {
                        readJson(path, text);
                    } else {
                        boolean override = path.matches("(?:.*[/_])?override\\.tf");
                        (override ? overrides : files).put(path, HclFile.parse(text));
                    }
                }));
    }

    /** JSON is YAML, but for tabs, which can stand between its tokens only. */
    private void readJson(String path, String text) {
        try {
            YamlDocument.parse(text.replace('\t', ' ')).root().ifPresent(root -> json.put(path, root));
        } catch (UnreadableTextException fault) {
            String problem = fault.problem().replaceFirst("^This is not YAML", "This is not JSON");
            unreadable.put(path, new Refusal("hcl.json", fault.line(), problem, fault.hint()));
        }
    }

    private void reading(String path, Runnable look) {
        try {
            look.run();
        } catch (UnreadableTextException fault) {
            unreadable.put(path, Refusal.of(fault));
        }
    }

    /**
     * A block and where it stands.
     *
     * @param path path of the file
     * @param file the file
     * @param block the block
     */
    record Found(String path, HclFile file, HclBlock block) {}

    List<Found> find(Address.HclBlock address) {
        return blocks(files)
                .filter(found -> found.block().is(address.type(), address.labels()))
                .toList();
    }

    private static Stream<Found> blocks(Map<String, HclFile> files) {
        List<Found> blocks = new ArrayList<>();
        files.forEach((path, file) -> file.blocks().forEach(block -> blocks.add(new Found(path, file, block))));
        return blocks.stream();
    }

    /** A block of this type that stands for several things, which cannot be known from its text. */
    Optional<Found> repeated(String type) {
        return blocks(files)
                .filter(found -> found.block().type().equals(type))
                .filter(found -> found.block().attribute("for_each").isPresent()
                        || found.block().attribute("count").isPresent())
                .findFirst();
    }

    Optional<HclFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Files that Terraform would refuse, or that cannot be read: whatever they hold cannot be known. */
    Map<String, Refusal> unreadable() {
        return unreadable;
    }

    /**
     * A line that says a block in a way that is not edited.
     *
     * @param path path of the file
     * @param line the line
     */
    record Place(String path, int line) {}

    /** Where the block is changed by an override file. */
    Optional<Place> override(Address.HclBlock address) {
        return blocks(overrides)
                .filter(found -> found.block().is(address.type(), address.labels()))
                .map(found -> new Place(found.path(), found.block().line()))
                .findFirst();
    }

    /** Where the block is written, or changed, in JSON. */
    Optional<Place> inJson(Address.HclBlock address) {
        List<String> keys = Stream.concat(Stream.of(address.type()), address.labels().stream())
                .toList();
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
}
