package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.RepositoryView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Terraform that other people have in a folder already. Files that cannot be read are the reconciler's to report.
 */
final class Configuration {

    final RepositoryView view;
    /** The folder's files, read or not. */
    final TerraformDirectory files;

    private final Map<String, List<LocatedBlock>> blocks;
    private final Map<String, LocatedBlock> modules = new HashMap<>();
    private final Map<String, ModuleContract> contracts = new HashMap<>();

    Configuration(RepositoryView view, String folder) {
        this.view = view;
        this.files = view.terraform(folder);
        this.blocks = files.blocks().stream()
                .collect(Collectors.groupingBy(located -> located.block().type()));
        blocks("module").forEach(module -> modules.putIfAbsent(module.label(), module));
    }

    String folder() {
        return files.path();
    }

    /** The folder as a person writes it; the repository's root is a dot. */
    String shownFolder() {
        return shown(folder());
    }

    static String shown(String folder) {
        return folder.isEmpty() ? "." : folder;
    }

    String file(String name) {
        return files.file(name);
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

    /** Calls of one of the runbook's modules, such as {@code snowflake_user}. */
    List<LocatedBlock> callsOf(String module) {
        return blocks("module").stream()
                .filter(call -> ModuleName.isOf(module, call))
                .toList();
    }

    /** One of the runbook's modules, as calls from here find it. */
    ModuleContract contract(String module) {
        return contracts.computeIfAbsent(module, any -> new ModuleContract(module, this));
    }

    /** The block that has a local value. */
    Optional<LocatedBlock> localsWith(String name) {
        return blocks("locals").stream()
                .filter(locals -> locals.block().attribute(name).isPresent())
                .findFirst();
    }

    /** Whether all of its files can be followed. */
    boolean isKnown() {
        return files.isKnown();
    }

    /** Whether nobody else has anything here. */
    boolean isEmpty() {
        return blocks.isEmpty() && isKnown();
    }

    /** What the files require of providers, by file and line. */
    Stream<RequiredProvider> requiredProviders() {
        return blocks("terraform").stream()
                .flatMap(terraform -> terraform.block().blocks().stream()
                        .filter(nested -> nested.type().equals("required_providers"))
                        .flatMap(nested -> nested.attributes().stream())
                        .map(provider -> new RequiredProvider(terraform.file(), provider)));
    }

    /** A folder that is given from here, such as {@code ../modules}; empty when it is not in the repository. */
    Optional<Configuration> directory(String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder() + "/" + relative).split("/", -1)) {
            if ("..".equals(part)) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !".".equals(part)) {
                parts.addLast(part);
            }
        }
        return Optional.of(new Configuration(view, String.join("/", parts)));
    }

    /** The files of a module that is called from here, where the repository has them. */
    Optional<Configuration> moduleFiles(String source) {
        return Optional.of(source)
                .filter(text -> text.startsWith("./") || text.startsWith("../"))
                .flatMap(this::directory)
                .filter(module -> module.files.hasConfiguration());
    }
}
