package dev.headwater.benchmarks;

import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The demonstration repositories, held in memory, so that no disk is measured. */
final class House {

    static final Path REPOSITORIES =
            Path.of(System.getProperty("headwater.examples", "examples")).resolve("repositories");

    private House() {}

    static Workspace workspace() {
        return Workspace.of()
                .repository(repository("terraform"), new TerraformEmitter())
                .repository(repository("data-pipelines"), new DltEmitter(), new PrefectEmitter())
                .repository(repository("dbt-transform"), new DbtEmitter());
    }

    private static Repository repository(String name) {
        Path root = REPOSITORIES.resolve(name);
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> regular = paths.filter(Files::isRegularFile).toList();
            for (Path path : regular) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return Repository.inMemory(name, files);
    }
}
