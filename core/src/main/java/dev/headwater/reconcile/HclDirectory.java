package dev.headwater.reconcile;

import dev.headwater.emit.Address;
import dev.headwater.read.HclBlock;
import dev.headwater.read.HclFile;
import dev.headwater.read.UnreadableTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Terraform files of one directory, which Terraform reads as one. */
final class HclDirectory {

    private final Map<String, HclFile> files = new TreeMap<>();
    private final Map<String, Refusal> unreadable = new TreeMap<>();
    private final Map<String, String> overrides = new TreeMap<>();

    HclDirectory(RepositoryFiles repository, String directory) {
        for (String name : repository.repository().list(directory)) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            if (name.endsWith(".tf.json") || name.endsWith("_override.tf") || name.equals("override.tf")) {
                repository.text(path, "hcl").ifPresent(text -> overrides.put(path, text));
            } else if (name.endsWith(".tf")) {
                read(repository, path);
            }
        }
    }

    private void read(RepositoryFiles repository, String path) {
        try {
            repository.text(path, "hcl").ifPresent(text -> files.put(path, HclFile.parse(text)));
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
        List<Found> found = new ArrayList<>();
        files.forEach((path, file) -> file.blocks().stream()
                .filter(block -> block.is(address.type(), address.labels()))
                .forEach(block -> found.add(new Found(path, file, block))));
        return found;
    }

    Optional<HclFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Files that Terraform would refuse: whatever they hold cannot be known. */
    Map<String, Refusal> unreadable() {
        return unreadable;
    }

    /** Files that change what others say, or say it in JSON: where they name an address, no edit is certain. */
    Optional<String> override(Address.HclBlock address) {
        String label = address.labels().get(address.labels().size() - 1);
        return overrides.entrySet().stream()
                .filter(file -> file.getValue().contains("\"" + label + "\""))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
