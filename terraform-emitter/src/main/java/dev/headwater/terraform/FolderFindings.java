package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.platform.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Says when nobody has anything in a folder of the platform, while the repository has Terraform elsewhere. */
final class FolderFindings {

    private static final int DEEPEST = 6;
    private static final Set<String> SNOWFLAKE_FILES = Set.of("databases.tf", "schemas.tf");

    private final ExistingTerraform existing;
    private final Scope scope;
    private final Emission.Builder out;

    FolderFindings(ExistingTerraform existing, Scope scope, Emission.Builder out) {
        this.existing = existing;
        this.scope = scope;
        this.out = out;
    }

    /**
     * Looks at both folders.
     *
     * @param database label of the module of the loader's database
     * @param writesAws whether the plan has anything for the AWS configuration
     */
    void check(String database, boolean writesAws) {
        Configuration snowflake = existing.snowflake();
        Configuration aws = existing.aws();
        boolean apart = !existing.haveOneFolder();
        sayUnread(
                snowflake,
                ", and that what it adds or refers to, such as module." + database + ", is not changed in them");
        if (apart) {
            sayUnread(aws, ", nor changed in them");
        }
        boolean withoutAws = apart && writesAws && aws.isEmpty();
        if (!snowflake.isEmpty() && !withoutAws) {
            return;
        }
        List<TerraformDirectory> others = new ArrayList<>();
        collect("", 0, others);
        others.removeIf(directory -> List.of(snowflake.folder(), aws.folder()).contains(directory.path()));
        if (others.isEmpty() && snowflake.isEmpty() && aws.isEmpty()) {
            return;
        }
        if (snowflake.isEmpty()) {
            say(snowflake, Folder.SNOWFLAKE_CONFIG, named(others, FolderFindings::isOfSnowflake));
        }
        if (withoutAws) {
            say(aws, Folder.AWS_CONFIG, named(others, FolderFindings::isOfAws));
        }
    }

    private void sayUnread(Configuration configuration, String further) {
        if (!configuration.unread().isEmpty()) {
            out.finding(Finding.act(
                    "terraform.unread",
                    scope,
                    configuration.shownFolder() + " has files that Headwater does not read ("
                            + String.join(", ", configuration.unread())
                            + "): check that what this plan adds is not in them" + further + "."));
        }
    }

    /** Directories with Terraform in them; those of modules and hidden ones are no root modules. */
    private void collect(String path, int depth, List<TerraformDirectory> found) {
        TerraformDirectory directory = existing.directories().at(path);
        if (directory.hasConfiguration()) {
            found.add(directory);
        }
        if (depth < DEEPEST) {
            directory.directories().stream()
                    .filter(name -> !name.startsWith(".") && !name.equals("node_modules"))
                    .forEach(name -> collect(directory.file(name), depth + 1, found));
        }
    }

    private static List<String> named(List<TerraformDirectory> directories, Predicate<TerraformDirectory> wanted) {
        Set<String> paths = new TreeSet<>();
        directories.stream()
                .filter(directory -> !("/" + directory.path() + "/").contains("/modules/"))
                .filter(wanted)
                .forEach(directory -> paths.add(directory.path()));
        return List.copyOf(paths);
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

    private void say(Configuration configuration, Folder kind, List<String> candidates) {
        String shown = candidates.isEmpty()
                ? "no other folder of the " + configuration.repository() + " repository looks like it"
                : String.join(
                                " and ",
                                candidates.stream().map(Configuration::shown).toList()) + " look"
                        + (candidates.size() == 1 ? "s" : "") + " like it";
        String example = candidates.isEmpty() ? "..." : Configuration.shown(candidates.get(0));
        out.finding(Finding.act(
                "terraform.folder",
                scope,
                "There is no Terraform in " + configuration.shownFolder() + ", where the emitted text goes; "
                        + shown
                        + ". If it belongs elsewhere, name that folder; else give this one its providers and its"
                        + " backend.",
                "platform.folder(Folder." + kind.name() + ", \"" + example + "\")"));
    }
}
