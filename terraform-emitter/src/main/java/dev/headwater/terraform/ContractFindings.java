package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.read.HclAttribute;
import dev.headwater.read.HclBlock;
import dev.headwater.read.HclFile;
import dev.headwater.read.ModuleInterface;
import java.util.Set;

/** Says where a call and the module that it calls do not fit. */
final class ContractFindings {

    private static final String CODE = "terraform.module-contract";
    private static final Set<String> OF_TERRAFORM =
            Set.of("source", "version", "providers", "depends_on", "count", "for_each");

    private final Scope scope;
    private final Emission out;

    ContractFindings(Scope scope, Emission out) {
        this.scope = scope;
        this.out = out;
    }

    void check(ModuleContract contract, String call) {
        if (!contract.source().equals(contract.sourceInRunbook())) {
            out.finding(Finding.know(
                    "RB02",
                    scope,
                    "The module " + contract.module() + " is called as \"" + contract.source()
                            + "\", as the repository has it, not as \"" + contract.sourceInRunbook() + "\"."));
        }
        contract.fault()
                .ifPresent(fault -> act("The module " + where(contract) + " cannot be read, so nothing says whether"
                        + " the call fits it: " + fault));
        HclBlock block = HclFile.parse(call).blocks().get(0);
        contract.declared().ifPresent(declared -> compare(contract, declared, block));
    }

    private void compare(ModuleContract contract, ModuleInterface declared, HclBlock call) {
        declared.variables().stream()
                .filter(variable ->
                        variable.required() && call.attribute(variable.name()).isEmpty())
                .forEach(variable -> act("The module " + contract.module() + " wants \"" + variable.name() + "\" ("
                        + variable.file() + ":" + variable.line()
                        + "), which Headwater does not know: add it to the call."));
        call.attributes().stream()
                .map(HclAttribute::name)
                .filter(name -> !OF_TERRAFORM.contains(name) && !declared.has(name))
                .forEach(name -> act("The module " + where(contract) + " has no variable \"" + name
                        + "\": remove it from the call, or add it to the module."));
    }

    private static String where(ModuleContract contract) {
        return contract.module()
                + contract.folder().map(folder -> " (" + folder + ")").orElse("");
    }

    private void act(String message) {
        out.finding(Finding.act(CODE, scope, message));
    }
}
