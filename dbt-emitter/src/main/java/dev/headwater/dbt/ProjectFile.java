package dev.headwater.dbt;

import dev.headwater.emit.Repository;
import dev.headwater.read.SourceText;
import dev.headwater.read.UnreadableTextException;
import dev.headwater.read.YamlDocument;
import dev.headwater.read.YamlNode;
import java.util.Optional;

/**
 * The settings of a dbt project.
 *
 * @param exists whether the file is there
 * @param settings what stands in it, where it can be read
 * @param fault why it cannot
 */
record ProjectFile(boolean exists, Optional<YamlNode> settings, Optional<UnreadableTextException> fault) {

    static final String PATH = "dbt_project.yml";

    static ProjectFile read(Repository repository) {
        Optional<byte[]> bytes = repository.read(PATH);
        try {
            Optional<YamlNode> settings = bytes.flatMap(
                    it -> YamlDocument.parse(SourceText.decode(it, "yaml")).root());
            return new ProjectFile(bytes.isPresent(), settings, Optional.empty());
        } catch (UnreadableTextException fault) {
            return new ProjectFile(true, Optional.empty(), Optional.of(fault));
        }
    }
}
