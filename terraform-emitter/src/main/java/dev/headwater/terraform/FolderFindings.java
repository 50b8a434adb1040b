package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.platform.Folder;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What to know of the platform's folders: not all of one is read, or one is empty while Terraform is elsewhere. */
final class FolderFindings extends PlanPart {

    private static final int DEEPEST = 6;
    private static final Set<String> SNOWFLAKE_FILES = Set.of("databases.tf", "schemas.tf");

    private final Configuration aws = existing.aws;
    private final boolean writesAws;

    /** @param blocks what the plan has for the configurations */
    FolderFindings(DataSourcePlan plan, ExistingTerraform existing, Emission blocks, Emission.Builder out) {
        super(plan, existing, out);
        this.writesAws = blocks.fragments().stream().anyMatch(block -> DeploySteps.isIn(block, aws.folder()));
    }

    @Override
    void emit() {
        boolean apart = !existing.haveOneFolder();
        addUnread(
                snowflake,
                ", and that what it adds or refers to, such as module." + names.databaseModule()
                        + ", is not changed in them");
        if (apart) {
            addUnread(aws, ", nor changed in them");
        }
        boolean withoutAws = apart && writesAws && aws.isEmpty();
        List<TerraformDirectory> others = snowflake.isEmpty() || withoutAws ? others() : List.of();
        boolean isNew = snowflake.isEmpty() && aws.isEmpty() && others.isEmpty();
        if (snowflake.isEmpty() && !isNew) {
            addEmpty(snowflake, Folder.SNOWFLAKE_CONFIG, named(others, FolderFindings::isOfSnowflake));
        }
        if (withoutAws && !isNew) {
            addEmpty(aws, Folder.AWS_CONFIG, named(others, FolderFindings::isOfAws));
        }
    }

    private void addUnread(Configuration configuration, String further) {
        List<String> unread = configuration.files.unread();
        if (!unread.isEmpty()) {
            out.finding(Finding.act(
                    "terraform.unread",
                    loader,
                    configuration.shownFolder() + " has files that Headwater does not read ("
                            + String.join(", ", unread) + "): check that what this plan adds is not in them" + further
                            + "."));
        }
    }

    private List<TerraformDirectory> others() {
        return below("", 0)
                .filter(directory -> !List.of(snowflake.folder(), aws.folder()).contains(directory.path()))
                .toList();
    }

    /** Directories with Terraform in them. */
    private Stream<TerraformDirectory> below(String path, int depth) {
        TerraformDirectory directory = existing.view.terraform(path);
        Stream<TerraformDirectory> inside = directory.directories().stream()
                .filter(name -> depth < DEEPEST && !name.startsWith(".") && !name.equals("node_modules"))
                .flatMap(name -> below(directory.file(name), depth + 1));
        return Stream.concat(Stream.of(directory).filter(TerraformDirectory::hasConfiguration), inside);
    }

    /** Those of modules are no root modules. */
    private static List<String> named(List<TerraformDirectory> directories, Predicate<TerraformDirectory> wanted) {
        return directories.stream()
                .filter(directory -> !("/" + directory.path() + "/").contains("/modules/"))
                .filter(wanted)
                .map(directory -> Configuration.shown(directory.path()))
                .sorted()
                .toList();
    }

    private static boolean isOfSnowflake(TerraformDirectory directory) {
        return directory.paths().stream()
                        .anyMatch(file -> SNOWFLAKE_FILES.contains(file.substring(file.lastIndexOf('/') + 1)))
                || directory.blocks("provider").stream().anyMatch(provider -> provider.isOf("snowflake"))
                || directory.blocks("module").stream()
                        .anyMatch(module -> module.label().startsWith("database_"));
    }

    private static boolean isOfAws(TerraformDirectory directory) {
        return directory.blocks("provider").stream().anyMatch(provider -> provider.isOf("aws"))
                || directory.blocks("resource").stream().anyMatch(resource -> resource.isOf(DeclaredObjects.SECRET));
    }

    private void addEmpty(Configuration configuration, Folder kind, List<String> candidates) {
        String shown = candidates.isEmpty()
                ? "no other folder of the " + configuration.view.name() + " repository looks like it"
                : String.join(" and ", candidates) + (candidates.size() == 1 ? " looks" : " look") + " like it";
        out.finding(Finding.act(
                "terraform.folder",
                loader,
                "There is no Terraform in " + configuration.shownFolder() + ", where the emitted text goes; " + shown
                        + ". If it belongs elsewhere, name that folder; else give this one its providers and its"
                        + " backend.",
                "platform.folder(Folder." + kind.name() + ", \"" + (candidates.isEmpty() ? "..." : candidates.get(0))
                        + "\")"));
    }
}
