package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.platform.Deviation;
import dev.headwater.terraform.ModuleInterface.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a call and the module that it calls may not fit, as far as Terraform would take it or nobody can tell. */
final class ContractFindings {

    private static final String CODE = "terraform.module-contract";

    private final ModuleContract contract;
    private final ModuleBlock call;
    private final Set<String> known;
    private final Scope scope;
    private final Scope everyCall;
    private final List<Finding> all = new ArrayList<>();

    /** @param known arguments of the module that Headwater knows, whether or not it sets them */
    ContractFindings(ModuleContract contract, ModuleBlock call, Set<String> known, Scope scope) {
        this.contract = contract;
        this.call = call;
        this.known = known;
        this.scope = scope;
        this.everyCall = Scope.loader(scope.loader());
    }

    List<Finding> all() {
        if (contract.isMissing()) {
            addMissing();
        } else if (!contract.source().equals(contract.sourceInRunbook())) {
            all.add(Finding.know(
                    Deviation.MODULE_SOURCE,
                    scope,
                    "The module " + contract.module() + " is called as \"" + contract.source() + "\", as the "
                            + contract.caller().repository() + " repository has it, not as \""
                            + contract.sourceInRunbook() + "\"."));
        }
        contract.folder().ifPresent(this::addUnread);
        contract.declared().ifPresent(this::addWanted);
        contract.calls().first().ifPresent(this::compare);
        return all;
    }

    private void addMissing() {
        String where = contract.calls()
                .first()
                .map(other ->
                        "\"" + contract.source() + "\", as " + other.shown() + " calls it, has no Terraform in it")
                .orElseGet(() -> "it is neither a folder of "
                        + String.join(", ", contract.placesLookedAt()) + ", nor called in "
                        + contract.caller().shownFolder() + ", also not as \"" + ModuleName.plain(contract.module())
                        + "\"");
        all.add(Finding.act(
                "terraform.module-missing",
                everyCall,
                "There is no module " + contract.module() + ": " + where + ". The emitted text calls it as \""
                        + contract.source() + "\": put the module there, or correct the source in the pull request;"
                        + " the next call follows it."));
    }

    private void addUnread(TerraformDirectory folder) {
        folder.fault()
                .ifPresent(fault -> act(
                        everyCall,
                        " (" + folder.path() + ") cannot be read, so nothing says whether the call fits it: " + fault));
        if (!folder.unread().isEmpty()) {
            act(
                    everyCall,
                    " has files that Headwater does not read (" + String.join(", ", folder.unread())
                            + "): check that the call has every argument without a default in them.");
        }
    }

    /** Where all of the module can be read, this stands in the way. */
    private void addWanted(ModuleInterface declared) {
        declared.variables().stream()
                .filter(variable -> !contract.isKnown() && variable.required() && !call.has(variable.name()))
                .forEach(variable -> act(
                        scope,
                        " wants \"" + variable.name() + "\" (" + variable.file() + ":" + variable.line()
                                + "), which Headwater does not know: add it to the call."));
    }

    private void compare(LocatedBlock other) {
        notPassed().stream().filter(name -> !known.contains(name)).forEach(name -> addLeftOut(name, other));
        List<String> unheardOf = call.arguments().stream()
                .map(HclAttribute::name)
                .filter(name -> !contract.calls().pass(name))
                .toList();
        if (contract.folder().isEmpty() && !unheardOf.isEmpty()) {
            act(
                    scope,
                    " is not in the " + contract.caller().repository()
                            + " repository, and no other call of it, such as " + other.shown() + ", passes "
                            + String.join(", ", unheardOf) + ": check that it has these variables"
                            + likely(unheardOf) + ".");
        }
    }

    /** What all other calls pass, and this one does not. */
    private List<String> notPassed() {
        return contract.calls().common().keySet().stream()
                .filter(name -> !ModuleBlock.OF_TERRAFORM.contains(name) && !call.has(name))
                .toList();
    }

    /** What this call does not pass may be what Headwater calls otherwise. */
    private String likely(List<String> unheardOf) {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        unheardOf.forEach(name -> candidates.put(name, notPassed()));
        Map<String, String> likely = new LikelyNames(ModuleName.plain(contract.module())).of(candidates);
        return likely.isEmpty() ? "" : "; it likely has " + LikelyNames.shown(likely);
    }

    /** What the module wants without a default is said already. */
    private void addLeftOut(String name, LocatedBlock other) {
        String message = "All other calls of the module " + contract.module() + ", such as " + other.shown()
                + ", pass \"" + name + "\", which Headwater does not know: ";
        Optional<Variable> variable = contract.declared().flatMap(declared -> declared.variable(name));
        if (variable.isEmpty()) {
            all.add(Finding.act(CODE, scope, message + "add it to the call."));
        } else if (!variable.get().required()) {
            all.add(Finding.know(
                    CODE,
                    scope,
                    message + "it has a default (" + variable.get().file() + ":"
                            + variable.get().line() + "); add it if that is not what is wanted."));
        }
    }

    private void act(Scope concerned, String saidOfModule) {
        all.add(Finding.act(CODE, concerned, "The module " + contract.module() + saidOfModule));
    }
}
