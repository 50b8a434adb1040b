package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.render.HclString;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a module wants, as far as the repository shows it: its own files where they are at hand, and other people's
 * calls.
 */
final class ModuleContract {

    private static final List<String> PLACES = List.of("./modules/", "../modules/", "../../modules/");

    private final String module;
    private final Configuration caller;
    private final ModuleCalls calls;
    private final String source;
    private final Optional<TerraformDirectory> folder;
    private final Optional<ModuleInterface> declared;

    ModuleContract(String module, Configuration caller) {
        this.module = module;
        this.caller = caller;
        this.calls = new ModuleCalls(module, caller);
        this.source = calls.source().orElseGet(this::besides);
        this.folder = caller.moduleFiles(source);
        this.declared = folder.filter(directory -> directory.fault().isEmpty()).map(caller.directories()::declared);
    }

    /** Where the module's folder is, by its own name before others; the runbook's place when it is nowhere (RB02). */
    private String besides() {
        return Stream.concat(
                        folders(module::equals),
                        folders(name -> ModuleName.plain(name).equals(ModuleName.plain(module))))
                .findFirst()
                .orElseGet(this::sourceInRunbook);
    }

    private Stream<String> folders(Predicate<String> wanted) {
        return PLACES.stream()
                .flatMap(place -> caller.directory(place).stream()
                        .flatMap(directory -> directory.directories().stream())
                        .filter(wanted)
                        .map(name -> place + name)
                        .filter(path -> caller.moduleFiles(path).isPresent()));
    }

    /** The configuration from which the module is called. */
    Configuration caller() {
        return caller;
    }

    String module() {
        return module;
    }

    String source() {
        return source;
    }

    String sourceInRunbook() {
        return PLACES.get(0) + module;
    }

    ModuleCalls calls() {
        return calls;
    }

    /** Whether its files should be in the repository, and are not. */
    boolean isMissing() {
        boolean elsewhere = calls.source().isPresent()
                && (!source.startsWith(".") || caller.directory(source).isEmpty());
        return folder.isEmpty() && !elsewhere;
    }

    /** Folders in which the module was looked for. */
    List<String> placesLookedAt() {
        return PLACES.stream()
                .flatMap(place -> caller.directory(place).stream())
                .map(TerraformDirectory::path)
                .toList();
    }

    /** Where the module's files are; empty when the repository does not have them. */
    Optional<TerraformDirectory> folder() {
        return folder;
    }

    Optional<ModuleInterface> declared() {
        return declared;
    }

    /** Whether all that the module declares is known. */
    boolean isKnown() {
        return declared.isPresent()
                && folder.filter(directory -> directory.unread().isEmpty()).isPresent();
    }

    /** A provider that the module configures itself, which keeps calls from depending on other modules. */
    Optional<LocatedBlock> ownProvider() {
        return folder.flatMap(directory -> directory.blocks("provider").stream()
                .filter(located -> !located.block().blocks().isEmpty()
                        || located.block().attributes().stream()
                                .anyMatch(attribute -> !attribute.name().equals("alias")))
                .findFirst());
    }

    /** The file in which somebody would add a variable. */
    String placeOfVariables() {
        return declared.flatMap(contract -> contract.variables().stream().findFirst())
                .map(ModuleInterface.Variable::file)
                .orElseGet(() ->
                        folder.map(directory -> directory.file("variables.tf")).orElse(""));
    }

    boolean takes(String argument) {
        boolean shown = declared.filter(contract -> contract.has(argument)).isPresent();
        return shown || (!isKnown() && calls.pass(argument));
    }

    /** The first of several names that the module takes. */
    Optional<String> nameOf(List<String> candidates) {
        return candidates.stream().filter(this::takes).findFirst();
    }

    /** The call's first lines: the source, with the version that goes with it. */
    Map<String, String> origin() {
        Map<String, String> origin = new LinkedHashMap<>();
        origin.put("source", HclString.encode(source));
        calls.version().ifPresent(version -> origin.put("version", HclString.encode(version)));
        return origin;
    }

    /**
     * Provider configurations to hand in, by the module's name for them: what other calls hand in; else what the module
     * declares, in the runbook's order; else the runbook's. Without other calls, each is the root's of that name, or
     * the one that is likely meant.
     */
    Map<String, String> providers(List<String> inRunbook) {
        return calls.providers()
                .orElseGet(() -> new RootProviders(caller)
                        .handedIn(declared.map(contract -> ordered(contract.providers(), inRunbook))
                                .orElse(inRunbook)));
    }

    private static List<String> ordered(List<String> wanted, List<String> inRunbook) {
        Set<String> ordered = new LinkedHashSet<>(inRunbook);
        ordered.retainAll(wanted);
        ordered.addAll(wanted);
        return List.copyOf(ordered);
    }

    /** Arguments that Headwater does not know, but all other calls have, from the same variable. */
    Map<String, String> copied(Set<String> known) {
        Map<String, String> copied = new LinkedHashMap<>();
        calls.common().forEach((name, value) -> {
            boolean fits =
                    !known.contains(name) && !ModuleBlock.OF_TERRAFORM.contains(name) && (!isKnown() || takes(name));
            value.filter(shared -> fits && isShared(shared)).ifPresent(shared -> copied.put(name, shared.text()));
        });
        return copied;
    }

    private static boolean isShared(HclExpression value) {
        return value instanceof Reference reference
                && reference.steps().size() > 1
                && (reference.startsWith("var") || reference.startsWith("local"));
    }
}
