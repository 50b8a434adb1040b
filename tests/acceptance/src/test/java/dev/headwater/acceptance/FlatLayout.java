package dev.headwater.acceptance;

import dev.headwater.examples.Folders;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demonstration repository for Terraform in the other layout of the runbook's platform: {@code terraform/snowflake}
 * holds the configuration itself and its {@code modules}, {@code terraform/aws} the secrets.
 */
final class FlatLayout {

    static final Platform PLATFORM = Platform.runbook()
            .with(platform -> platform.folder(Folder.SNOWFLAKE_CONFIG, "terraform/snowflake")
                    .folder(Folder.AWS_CONFIG, "terraform/aws"));

    private FlatLayout() {}

    static void rearrange(Path repository) throws IOException {
        Path flat = repository.resolve("terraform");
        Folders.copy(repository.resolve("snowflake/config"), flat.resolve("snowflake"));
        Folders.copy(repository.resolve("snowflake/modules"), flat.resolve("snowflake/modules"));
        Folders.copy(repository.resolve("aws/config"), flat.resolve("aws"));
        Folders.delete(repository.resolve("snowflake"));
        Folders.delete(repository.resolve("aws"));
        try (Stream<Path> files = Files.list(flat.resolve("snowflake"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("\"../modules/", "\"./modules/"));
            }
        }
        for (String other : List.of("integrations.tf", "snowpipe.tf", "outputs.tf")) {
            Files.writeString(flat.resolve("snowflake").resolve(other), "# " + other + " of the platform.\n");
        }
    }

    /** The same, before it had a loader for files. */
    static void withoutSnowpipe(Path repository) throws IOException {
        rearrange(repository);
        Path snowflake = repository.resolve("terraform/snowflake");
        for (String file : List.of("databases.tf", "schemas.tf")) {
            String text = Files.readString(snowflake.resolve(file));
            Files.writeString(
                    snowflake.resolve(file),
                    text.replaceAll("(?s)\nmodule \"[a-z_]*snowpipe[a-z_]*\" \\{.*?\n}\n", ""));
        }
        SnowpipePlans.upgrade(snowflake);
    }
}
