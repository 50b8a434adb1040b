package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclFile;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.platform.Deviation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says where a call and the module that it calls do not fit. */
final class ContractFindings {

    static final Set<String> OF_TERRAFORM = Set.of("source", "version", "providers", "depends_on", "count", "for_each");
    private static final String CODE = "terraform.module-contract";

    private final Configuration root;
    private final Scope scope;
    private final Emission.Builder out;

    ContractFindings(Configuration root, Scope scope, Emission.Builder out) {
        this.root = root;
        this.scope = scope;
        this.out = out;
    }

    /**
     * Judges a call.
     *
     * @param known arguments of the module that Headwater knows, whether or not it sets them
     */
    void check(ModuleContract contract, String text, Set<String> known) {
        HclBlock call = HclFile.parse(text).blocks().get(0);
        if (contract.isMissing()) {
            sayMissing(contract);
        } else if (!contract.source().equals(contract.sourceInRunbook())) {
            out.finding(Finding.know(
                    Deviation.MODULE_SOURCE,
                    scope,
                    "The module " + contract.module() + " is called as \"" + contract.source() + "\", as the "
                            + root.repository() + " repository has it, not as \"" + contract.sourceInRunbook()
                            + "\"."));
        }
        contract.folder().ifPresent(folder -> checkFiles(contract, folder));
        contract.declared().ifPresent(declared -> compare(contract, declared, call));
        compareWithOthers(contract, call, known);
    }

    private void sayMissing(ModuleContract contract) {
        String where = contract.calls()
                .first()
                .map(other ->
                        "\"" + contract.source() + "\", as " + other.shown() + " calls it, has no Terraform in it")
                .orElseGet(() -> "it is neither a folder of "
                        + String.join(", ", contract.placesLookedAt()) + ", nor called in "
                        + root.shownFolder() + ", also not as \"" + ModuleName.plain(contract.module())
                        + "\"");
        out.finding(Finding.act(
                "terraform.module-missing",
                Scope.loader(scope.loader()),
                "There is no module " + contract.module() + ": " + where + ". The emitted text calls it as \""
                        + contract.source() + "\": put the module there, or correct the source in the pull request;"
                        + " the next call follows it."));
    }

    private void checkFiles(ModuleContract contract, TerraformDirectory folder) {
        folder.fault()
                .ifPresent(fault -> actOnModule("The module " + where(contract) + " cannot be read, so nothing says"
                        + " whether the call fits it: " + fault));
        if (!folder.unread().isEmpty()) {
            actOnModule("The module " + contract.module() + " has files that Headwater does not read ("
                    + String.join(", ", folder.unread())
                    + "): check that the call has every argument without a default in them.");
        }
    }

    /** Where all of the module can be read, this stands in the way. */
    private void compare(ModuleContract contract, ModuleInterface declared, HclBlock call) {
        declared.variables().stream()
                .filter(variable -> !contract.isKnown()
                        && variable.required()
                        && call.attribute(variable.name()).isEmpty())
                .forEach(variable -> act("The module " + contract.module() + " wants \"" + variable.name() + "\" ("
                        + variable.file() + ":" + variable.line()
                        + "), which Headwater does not know: add it to the call."));
    }

    private void compareWithOthers(ModuleContract contract, HclBlock call, Set<String> known) {
        Optional<LocatedBlock> other = contract.calls().first();
        if (other.isEmpty()) {
            return;
        }
        contract.calls().common().keySet().stream()
                .filter(name -> !known.contains(name)
                        && !OF_TERRAFORM.contains(name)
                        && call.attribute(name).isEmpty())
                .forEach(name -> sayLeftOut(contract, name, other.get()));
        List<String> unheardOf = call.attributes().stream()
                .map(HclAttribute::name)
                .filter(name ->
                        !OF_TERRAFORM.contains(name) && !contract.calls().pass(name))
                .toList();
        if (contract.folder().isEmpty() && !unheardOf.isEmpty()) {
            act("The module " + contract.module() + " is not in the " + root.repository()
                    + " repository, and no other call of it, such as "
                    + other.get().shown() + ", passes " + String.join(", ", unheardOf)
                    + ": check that it has these variables" + likely(contract, call, unheardOf) + ".");
        }
    }

    /** What all other calls pass, and this one does not, may be what Headwater calls otherwise. */
    private static String likely(ModuleContract contract, HclBlock call, List<String> unheardOf) {
        List<String> candidates = contract.calls().common().keySet().stream()
                .filter(name ->
                        !OF_TERRAFORM.contains(name) && call.attribute(name).isEmpty())
                .toList();
        Map<String, List<String>> each = new LinkedHashMap<>();
        unheardOf.forEach(name -> each.put(name, candidates));
        Map<String, String> likely = new LikelyNames(ModuleName.plain(contract.module())).of(each);
        return likely.isEmpty() ? "" : "; it likely has " + LikelyNames.shown(likely);
    }

    /** What the module wants without a default is said already. */
    private void sayLeftOut(ModuleContract contract, String name, LocatedBlock other) {
        String message = "All other calls of the module " + contract.module() + ", such as " + other.shown()
                + ", pass \"" + name + "\", which Headwater does not know: ";
        Optional<ModuleInterface.Variable> variable = contract.declared()
                .flatMap(declared -> declared.variables().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst());
        if (variable.isEmpty()) {
            act(message + "add it to the call.");
        } else if (!variable.get().required()) {
            out.finding(Finding.know(
                    CODE,
                    scope,
                    message + "it has a default (" + variable.get().file() + ":"
                            + variable.get().line() + "); add it if that is not what is wanted."));
        }
    }

    private static String where(ModuleContract contract) {
        return contract.module()
                + contract.folder().map(folder -> " (" + folder.path() + ")").orElse("");
    }

    /** What concerns every call of the module is said once. */
    private void actOnModule(String message) {
        out.finding(Finding.act(CODE, Scope.loader(scope.loader()), message));
    }

    private void act(String message) {
        out.finding(Finding.act(CODE, scope, message));
    }
}
