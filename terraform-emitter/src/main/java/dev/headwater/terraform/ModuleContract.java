package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.platform.Deviation;
import dev.headwater.terraform.ModuleInterface.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One of the runbook's modules, as the repository shows it: where it is, and what it takes, by its own files where they
 * are at hand, else by other people's calls.
 */
final class ModuleContract {

    static final String CODE = "terraform.module-contract";
    private static final List<String> PLACES = List.of("./modules/", "../modules/", "../../modules/");

    final String module;
    /** The configuration from which the module is called. */
    final Configuration caller;

    final ModuleCalls calls;
    final String source;
    /** Where the module's files are; empty when the repository does not have them. */
    final Optional<Configuration> folder;
    /** What the module takes, as far as anything shows it. */
    final ModuleInterface taken;

    ModuleContract(String module, Configuration caller) {
        this.module = module;
        this.caller = caller;
        this.calls = new ModuleCalls(module, caller);
        this.source = calls.literal("source").orElseGet(this::besides);
        this.folder = caller.moduleFiles(source);
        ModuleInterface declared =
                isReadable() ? ModuleInterface.of(folder.orElseThrow()) : new ModuleInterface(List.of(), List.of());
        this.taken = isKnown() ? declared : declared.and(calls);
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
                        .flatMap(directory -> directory.files.directories().stream())
                        .filter(wanted)
                        .map(name -> place + name)
                        .filter(path -> caller.moduleFiles(path).isPresent()));
    }

    private String sourceInRunbook() {
        return PLACES.get(0) + module;
    }

    /** Whether its files are there, and Terraform would take them. */
    boolean isReadable() {
        return folder.filter(directory -> directory.files.fault().isEmpty()).isPresent();
    }

    /** Whether all that the module declares is known. */
    boolean isKnown() {
        return folder.filter(Configuration::isKnown).isPresent();
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
        return taken.variables().stream()
                .findFirst()
                .flatMap(Variable::declared)
                .map(LocatedBlock::file)
                .orElseGet(() ->
                        folder.map(directory -> directory.file("variables.tf")).orElse(""));
    }

    /** The first of several names that the module takes. */
    Optional<String> nameOf(List<String> candidates) {
        return candidates.stream().filter(taken::has).findFirst();
    }

    /**
     * Provider configurations to hand in, by the module's name for them: what other calls hand in; else what the module
     * declares, in the runbook's order; else the runbook's. Without other calls, each is the root's of that name, or
     * the one that is likely meant.
     */
    Map<String, String> providers(List<String> inRunbook) {
        return calls.providers.orElseGet(() -> {
            Set<String> wanted = new LinkedHashSet<>(inRunbook);
            if (isReadable()) {
                wanted.retainAll(taken.providers());
                wanted.addAll(taken.providers());
            }
            return new RootProviders(caller).handedIn(List.copyOf(wanted));
        });
    }

    /** Arguments that Headwater does not know, but all other calls have, from the same variable. */
    Map<String, String> copied(Set<String> known) {
        Map<String, String> copied = new LinkedHashMap<>();
        calls.common.forEach((name, value) -> value.filter(ModuleContract::isShared)
                .filter(any -> !known.contains(name) && taken.has(name))
                .ifPresent(shared -> copied.put(name, shared.text())));
        return copied;
    }

    private static boolean isShared(HclExpression value) {
        return value instanceof Reference reference
                && reference.steps().size() > 1
                && (reference.startsWith("var") || reference.startsWith("local"));
    }

    /** What to know of the module itself; a source other than the runbook's concerns one call, the rest every call. */
    List<Finding> findings(Scope scope) {
        Scope everyCall = Scope.loader(scope.loader());
        List<Finding> findings = new ArrayList<>();
        if (isMissing()) {
            findings.add(missing(everyCall));
        } else if (!source.equals(sourceInRunbook())) {
            findings.add(Finding.know(
                    Deviation.MODULE_SOURCE,
                    scope,
                    "The module " + module + " is called as \"" + source + "\", as the " + caller.view.name()
                            + " repository has it, not as \"" + sourceInRunbook() + "\"."));
        }
        folder.map(found -> found.files).ifPresent(files -> {
            files.fault()
                    .ifPresent(fault -> findings.add(finding(
                            everyCall,
                            " (" + files.path() + ") cannot be read, so nothing says whether the call fits it: "
                                    + fault)));
            if (!files.unread().isEmpty()) {
                findings.add(finding(
                        everyCall,
                        " has files that Headwater does not read (" + String.join(", ", files.unread())
                                + "): check that the call has every argument without a default in them."));
            }
        });
        return findings;
    }

    /** Something to check in the module. */
    Finding finding(Scope scope, String saidOfModule) {
        return Finding.act(CODE, scope, "The module " + module + saidOfModule);
    }

    /** Whether its files should be in the repository, and are not. */
    private boolean isMissing() {
        boolean elsewhere = calls.literal("source").isPresent()
                && (!source.startsWith(".") || caller.directory(source).isEmpty());
        return folder.isEmpty() && !elsewhere;
    }

    private Finding missing(Scope everyCall) {
        List<String> placesLookedAt = PLACES.stream()
                .flatMap(place -> caller.directory(place).stream())
                .map(Configuration::folder)
                .toList();
        String where = calls.first()
                .map(other -> "\"" + source + "\", as " + other.shown() + " calls it, has no Terraform in it")
                .orElseGet(() -> "it is neither a folder of " + String.join(", ", placesLookedAt) + ", nor called in "
                        + caller.shownFolder() + ", also not as \"" + ModuleName.plain(module) + "\"");
        return Finding.act(
                "terraform.module-missing",
                everyCall,
                "There is no module " + module + ": " + where + ". The emitted text calls it as \"" + source
                        + "\": put the module there, or correct the source in the pull request; the next call follows"
                        + " it.");
    }
}
