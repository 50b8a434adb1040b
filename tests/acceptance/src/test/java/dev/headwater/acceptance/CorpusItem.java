package dev.headwater.acceptance;

import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file, or a folder of Terraform files, of the corpus: the repository that it makes, and the house that it is in.
 *
 * @param name its path in the corpus
 * @param kind what it is
 * @param platform the house's conventions, by which the plan's things go into it
 * @param files the files of the repository, by path
 */
record CorpusItem(String name, Kind kind, Platform platform, Map<String, byte[]> files) {

    /** What stands in a corpus. */
    enum Kind {
        /** Deployments of Prefect: the {@code prefect.yaml} of a repository. */
        PREFECT("prefect.yaml"),
        /** Sources of dbt: where the plan's own source would go if no file had one. */
        SOURCES("models/staging/dlt/_sources.yml"),
        /** A Terraform file on its own, to which blocks are added. */
        TERRAFORM("snowflake/config/schemas.tf"),
        /** A folder of Terraform files as the Snowflake configuration, beside all others of the corpus. */
        TERRAFORM_FOLDER("");

        private final String home;

        Kind(String home) {
            this.home = home;
        }

        Workspace workspace(Map<String, byte[]> files) {
            Repository repository = Repository.inMemory("corpus", files);
            return switch (this) {
                case PREFECT -> Workspace.of().repository(repository, new DltEmitter(), new PrefectEmitter());
                case SOURCES -> Workspace.of().repository(repository, new DbtEmitter());
                case TERRAFORM, TERRAFORM_FOLDER -> Workspace.of().repository(repository, new TerraformEmitter());
            };
        }
    }

    static CorpusItem file(String name, Kind kind, byte[] bytes) {
        return new CorpusItem(name, kind, Platform.runbook(), Map.of(kind.home, bytes));
    }

    static CorpusItem folder(String folder, Map<String, byte[]> allOfTerraform) {
        Platform platform = Platform.runbook().with(conventions -> conventions.folder(Folder.SNOWFLAKE_CONFIG, folder));
        return new CorpusItem(folder, Kind.TERRAFORM_FOLDER, platform, allOfTerraform);
    }

    Map<String, byte[]> files(CorpusVariant variant) {
        Map<String, byte[]> varied = new TreeMap<>();
        files.forEach((path, bytes) -> varied.put(path, variant.of(bytes)));
        return varied;
    }

    /** The file itself, or the files that stand directly in the folder; sorted. */
    List<String> ownFiles() {
        return files.keySet().stream()
                .filter(path -> kind != Kind.TERRAFORM_FOLDER
                        || CorpusFiles.folder(path).equals(name))
                .sorted()
                .toList();
    }
}
