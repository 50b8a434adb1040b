package dev.headwater.terraform;

import dev.headwater.document.HclFile;
import dev.headwater.document.ModuleInterface;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.terraform.ModuleContents.Judgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Terraform that other people have in a folder already. Files that cannot be read are the reconciler's to report.
 */
final class Configuration {

    private static final int DEEPEST_LOCAL = 5;
    private static final int LONGEST_LOCAL = 1_000;
    private static final int LONGEST_RESOLVED = 10_000;
    private static final Pattern LOCAL_IN_TEMPLATE = Pattern.compile("\\$\\{\\s*local\\.([\\p{L}\\p{N}_-]+)\\s*}");
    private static final Pattern LOCAL =
            Pattern.compile("(?<![\\p{L}\\p{N}_.{\"-])local\\.([\\p{L}\\p{N}_-]+)(?![\\p{L}\\p{N}_.\\[-])");

    private final Directories directories;
    private final TerraformDirectory directory;
    private final Map<String, List<LocatedBlock>> blocks;
    private final Map<String, LocatedBlock> modules = new HashMap<>();

    Configuration(Directories directories, String folder) {
        this.directories = directories;
        this.directory = directories.at(folder);
        this.blocks = directory.blocks().stream()
                .collect(Collectors.groupingBy(placed -> placed.block().type()));
        blocks("module").forEach(module -> modules.putIfAbsent(module.label(), module));
    }

    String folder() {
        return directory.path();
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
                .filter(placed -> placed.block().labels().size() == 2
                        && placed.block().labels().get(0).equals(type))
                .toList();
    }

    Optional<LocatedBlock> module(String label) {
        return Optional.ofNullable(modules.get(label));
    }

    /** Calls of a module of the platform's, such as {@code user}, that make the thing of a name. */
    List<LocatedBlock> modulesThatMake(String kind, String name) {
        return blocks("module").stream()
                .filter(call -> call.literal(kind + "_name")
                        .filter(name::equalsIgnoreCase)
                        .isPresent())
                .filter(call -> call.literal("source")
                        .filter(source -> ModuleName.isNamedBy("snowflake_" + kind, source))
                        .isPresent())
                .toList();
    }

    /** The expression of a local value. */
    Optional<String> local(String name) {
        return blocks("locals").stream()
                .flatMap(locals -> locals.expression(name).stream())
                .findFirst();
    }

    /** What is long is no name, and local values of many local values would grow without end. */
    private Optional<String> shortLocal(String name) {
        return local(name).map(String::strip).filter(value -> value.length() <= LONGEST_LOCAL);
    }

    /** File and line of a local value. */
    Optional<String> placeOfLocal(String name) {
        return blocks("locals").stream()
                .flatMap(locals -> locals.placeOf(name).stream())
                .findFirst();
    }

    /** An expression without redundant parentheses, in which local values that are written out stand for themselves. */
    String resolved(String expression) {
        String text = expression.strip();
        for (int i = 0; i < DEEPEST_LOCAL && text.contains("local.") && text.length() < LONGEST_RESOLVED; i++) {
            text = LOCAL_IN_TEMPLATE
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(shortLocal(found.group(1))
                            .filter(value -> value.matches("\"[^\"\\\\$%]*\""))
                            .map(value -> value.substring(1, value.length() - 1))
                            .orElse(found.group())));
            text = LOCAL.matcher(text)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(shortLocal(found.group(1)).orElse(found.group())));
        }
        return text.startsWith("(") && text.endsWith(")") && text.indexOf('(', 1) < 0
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    /** Whether nobody else has anything here. */
    boolean isEmpty() {
        return blocks.isEmpty() && directory.isKnown();
    }

    /** JSON and override files, which are not read. */
    List<String> unread() {
        return directory.unread();
    }

    /** Whether all of it can be read. */
    boolean isKnown() {
        return directory.isKnown();
    }

    /** The folder's files, by path. */
    Map<String, HclFile> files() {
        return directory.files();
    }

    /** Blocks of Terraform's lock file; none when there is none, or it cannot be read. */
    List<LocatedBlock> lockFile() {
        return directories.blocks(file(".terraform.lock.hcl"));
    }

    /** The name under which people know the repository. */
    String repository() {
        return directories.repository();
    }

    /** A directory that is given from here, such as {@code ../modules}; empty when it is not in the repository. */
    Optional<TerraformDirectory> directory(String relative) {
        return directories.from(directory, relative);
    }

    /** What a directory takes and gives as a module. */
    ModuleInterface declared(TerraformDirectory module) {
        return directories.declared(module);
    }

    /** Whether a call's module, or a local one that it calls, has a resource of a type. */
    Judgement judge(LocatedBlock call, String resource) {
        return new ModuleContents(directories, resource).of(call, directory);
    }
}
