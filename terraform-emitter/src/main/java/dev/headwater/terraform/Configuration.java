package dev.headwater.terraform;

import dev.headwater.emit.Repository;
import dev.headwater.read.HclBlock;
import dev.headwater.read.HclFile;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Terraform that stands in a folder already. Files that cannot be read are the reconciler's to report. */
final class Configuration {

    private final Repository repository;
    private final String folder;
    private final List<HclBlock> blocks = new ArrayList<>();

    Configuration(Repository repository, String folder) {
        this.repository = repository;
        this.folder = folder;
        texts(folder).forEach((path, text) -> {
            if (!path.endsWith("_override.tf") && !path.equals(file("override.tf"))) {
                read(text);
            }
        });
    }

    private void read(String text) {
        try {
            blocks.addAll(HclFile.parse(text).blocks());
        } catch (UnreadableTextException reportedElsewhere) {
            // Its blocks are unknown here; the reconciler makes a conflict of it.
            return;
        }
    }

    Map<String, String> texts(String directory) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : repository.list(directory)) {
            String path = directory.isEmpty() ? name : directory + "/" + name;
            if (name.endsWith(".tf")) {
                repository.read(path).ifPresent(bytes -> texts.put(path, decode(bytes)));
            }
        }
        return texts;
    }

    private static String decode(byte[] bytes) {
        try {
            return SourceText.decode(bytes, "hcl");
        } catch (UnreadableTextException reportedElsewhere) {
            return "";
        }
    }

    String folder() {
        return folder;
    }

    String file(String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    List<HclBlock> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type)).toList();
    }

    boolean hasModule(String label) {
        return blocks.stream().anyMatch(block -> block.is("module", List.of(label)));
    }

    /** A path from this folder, seen from the repository's root; empty when it leads out of the repository. */
    Optional<String> resolve(String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + relative).split("/", -1)) {
            if ("..".equals(part)) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !".".equals(part)) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
