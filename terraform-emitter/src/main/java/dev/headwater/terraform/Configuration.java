package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.terraform.ModuleContents.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Terraform that other people have in a folder already. Files that cannot be read are the reconciler's to report.
 */
final class Configuration {

    private final Directories directories;
    private final TerraformDirectory directory;
    private final Map<String, List<LocatedBlock>> blocks;
    private final Map<String, LocatedBlock> modules = new HashMap<>();

    Configuration(Directories directories, String folder) {
        this.directories = directories;
        this.directory = directories.at(folder);
        this.blocks = directory.blocks().stream()
                .collect(Collectors.groupingBy(located -> located.block().type()));
        blocks("module").forEach(module -> modules.putIfAbsent(module.label(), module));
    }

    String folder() {
        return directory.path();
    }

    /** The folder as a person writes it; the repository's root is a dot. */
    String shownFolder() {
        return shown(folder());
    }

    static String shown(String folder) {
        return folder.isEmpty() ? "." : folder;
    }

    String file(String name) {
        return directory.file(name);
    }

    List<LocatedBlock> blocks(String type) {
        return blocks.getOrDefault(type, List.of());
    }

    /** Resources of a type. */
    List<LocatedBlock> resources(String type) {
        return blocks("resource").stream()
                .filter(resource -> resource.isOf(type))
                .toList();
    }

    Optional<LocatedBlock> module(String label) {
        return Optional.ofNullable(modules.get(label));
    }

    /** Calls of a module of the platform's, such as {@code user}. */
    List<LocatedBlock> modulesOf(String kind) {
        return blocks("module").stream()
                .filter(call -> ModuleName.isOf("snowflake_" + kind, call))
                .toList();
    }

    /** A local value. */
    Optional<HclExpression> local(String name) {
        return blocks("locals").stream()
                .flatMap(locals -> locals.value(name).stream())
                .findFirst();
    }

    /** File and line of a local value. */
    Optional<String> placeOfLocal(String name) {
        return blocks("locals").stream()
                .flatMap(locals -> locals.placeOf(name).stream())
                .findFirst();
    }

    /** Whether nobody else has anything here. */
    boolean isEmpty() {
        return blocks.isEmpty() && directory.isKnown();
    }

    /** The folder's files, read or not. */
    TerraformDirectory files() {
        return directory;
    }

    Directories directories() {
        return directories;
    }

    /** The name under which people know the repository. */
    String repository() {
        return directories.repository();
    }

    /** A directory that is given from here, such as {@code ../modules}; empty when it is not in the repository. */
    Optional<TerraformDirectory> directory(String relative) {
        return directories.from(directory, relative);
    }

    /** The files of a module that is called from here, where the repository has them. */
    Optional<TerraformDirectory> moduleFiles(String source) {
        return directories.module(directory, source);
    }

    /** Whether a call's module, or a local one that it calls, has a resource of a type. */
    Judgement judge(LocatedBlock call, String resource) {
        return new ModuleContents(directories, resource).of(call, directory);
    }
}
