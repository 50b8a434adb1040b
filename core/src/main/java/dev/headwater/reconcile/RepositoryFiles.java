package dev.headwater.reconcile;

import dev.headwater.document.DocumentException;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.YamlDocument;
import dev.headwater.emit.Snapshot;
import dev.headwater.problem.RepositoryException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository's files as documents, and a note of all that was looked at. */
final class RepositoryFiles {

    private final Snapshot snapshot;
    private final Map<String, Optional<String>> texts = new HashMap<>();
    private final Map<String, List<String>> directories = new HashMap<>();

    RepositoryFiles(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** A file's text; a file that cannot be read, for whatever reason, is a {@link DocumentException}. */
    Optional<String> text(String path, String format) {
        Optional<String> text = snapshot.text(path, format);
        texts.put(path, text);
        return text;
    }

    /** A file that is YAML; one that is not, or cannot be read, is a {@link DocumentException}. */
    Optional<YamlDocument> yaml(String path) {
        text(path, "yaml");
        return snapshot.yaml(path);
    }

    /** How a file looks that may not be text: one character a byte, and nothing where its bytes cannot be read. */
    String look(String path) {
        try {
            return snapshot.read(path)
                    .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                    .orElse("");
        } catch (RepositoryException reportedElsewhere) {
            return "";
        }
    }

    /** What Terraform takes from a directory. */
    TerraformDirectory terraform(String directory) {
        TerraformDirectory terraform = snapshot.terraform(directory);
        directories.computeIfAbsent(directory, any -> {
            terraform.files().forEach((path, file) -> texts.put(path, Optional.of(file.text())));
            terraform.overrides().forEach((path, file) -> texts.put(path, Optional.of(file.text())));
            terraform.json().keySet().forEach(path -> text(path, "hcl"));
            return terraform.paths();
        });
        return terraform;
    }

    SeenFiles seen() {
        return new SeenFiles(Map.copyOf(texts), Map.copyOf(directories));
    }
}
