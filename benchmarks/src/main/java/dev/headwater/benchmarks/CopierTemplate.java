package dev.headwater.benchmarks;

import dev.headwater.change.ChangeSet;
import dev.headwater.change.FileChange;
import dev.headwater.examples.HubSpotPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A template for {@code copier} that gives the files which an onboarding of the quickstart's plan leaves behind. */
final class CopierTemplate {

    private static final String SOURCE = "hubspot";

    /** Brackets, because the files are full of braces. */
    private static final String SETTINGS = """
            source:
              type: str
              default: hubspot
            _envops:
              variable_start_string: "[["
              variable_end_string: "]]"
              block_start_string: "[%"
              block_end_string: "%]"
              comment_start_string: "[#"
              comment_end_string: "#]"
            """;

    private final List<ChangeSet> changes =
            House.workspace().onboard(HubSpotPlan.plan()).changes();

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("copier.yml"), SETTINGS);
        for (ChangeSet repository : changes) {
            for (FileChange file : repository.files()) {
                Path template = folder.resolve(templated(repository.repository() + "/" + file.path()) + ".jinja");
                Files.createDirectories(template.getParent());
                Files.writeString(template, templated(file.after().orElseThrow()));
            }
        }
    }

    /** Fails when what was made of the template is not what Headwater writes. */
    void requireSame(Path copy) throws IOException {
        for (ChangeSet repository : changes) {
            for (FileChange file : repository.files()) {
                Path copied = copy.resolve(repository.repository()).resolve(file.path());
                if (!Files.readString(copied).equals(file.after().orElseThrow())) {
                    throw new IllegalStateException(copied + " is another file");
                }
            }
        }
    }

    private static String templated(String text) {
        return text.replace(SOURCE, "[[ source ]]");
    }
}
