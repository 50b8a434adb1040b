package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.read.HclBlock;
import dev.headwater.read.HclFile;
import dev.headwater.read.ModuleInterface;

/** Says where a call and the module that it calls do not fit. */
final class ContractFindings {

    private final Scope scope;
    private final Emission out;

    ContractFindings(Scope scope, Emission out) {
        this.scope = scope;
        this.out = out;
    }

    void check(ModuleContract contract, String call) {
        if (!contract.source().startsWith("./modules/")) {
            out.finding(Finding.know(
                    "RB02",
                    scope,
                    "The module " + contract.module() + " is called as \"" + contract.source()
                            + "\", as the repository has it, not as \"./modules/" + contract.module() + "\"."));
        }
        HclBlock block = HclFile.parse(call).blocks().get(0);
        contract.declared().ifPresent(declared -> compare(contract, declared, block));
    }

    private void compare(ModuleContract contract, ModuleInterface declared, HclBlock call) {
        declared.variables().stream()
                .filter(variable ->
                        variable.required() && call.attribute(variable.name()).isEmpty())
                .forEach(variable -> out.finding(Finding.act(
                        "terraform.module-contract",
                        scope,
                        "The module " + contract.module() + " wants \"" + variable.name() + "\" (" + variable.file()
                                + ":" + variable.line() + "), which Headwater does not know: add it to the call.")));
        call.attributes().stream()
                .map(attribute -> attribute.name())
                .filter(name -> !name.equals("source") && !name.equals("providers") && !name.equals("depends_on"))
                .filter(name -> !declared.has(name))
                .forEach(name -> out.finding(Finding.act(
                        "terraform.module-contract",
                        scope,
                        "The module " + contract.module() + " has no variable \"" + name
                                + "\": remove it from the call, or add it to the module.")));
    }
}
