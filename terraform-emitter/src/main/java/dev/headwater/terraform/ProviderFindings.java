package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.read.ModuleInterface;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says where the provider configurations that a call hands in are not those of the module, or of the root. That is said
 * once a loader, since all calls of a module hand in the same.
 */
final class ProviderFindings {

    private static final String CODE = "terraform.provider";

    private final Configuration root;
    private final RootProviders rootProviders;
    private final Scope scope;
    private final Emission out;

    ProviderFindings(Configuration root, Scope scope, Emission out) {
        this.root = root;
        this.rootProviders = new RootProviders(root);
        this.scope = Scope.loader(scope.loader());
        this.out = out;
    }

    void check(ModuleContract contract, Map<String, String> handedIn) {
        if (contract.calls().providers().isEmpty()) {
            handedIn.forEach((name, reference) -> checkRoot(contract, name, reference));
            contract.declared()
                    .filter(declared -> declared.providers().isEmpty() && contract.isKnown())
                    .ifPresent(declared -> checkDefault(contract));
        }
        contract.declared().ifPresent(declared -> compare(contract, declared, handedIn));
    }

    /** Without other calls, a configuration is taken to be called alike in the module and in the root. */
    private void checkRoot(ModuleContract contract, String name, String reference) {
        boolean judged = contract.declared().isPresent()
                || !rootProviders.besides(reference).isEmpty();
        if (judged && !rootProviders.have(reference)) {
            act("The module " + contract.module() + place(contract, name) + " wants the provider configuration " + name
                    + ", and " + folder() + " declares " + rootProviders.shown(reference)
                    + ": hand in the right one in the call's providers, or declare it.");
        }
    }

    /** A resource that names its provider configuration itself. */
    void check(String label, String reference) {
        if (!rootProviders.besides(reference).isEmpty() && !rootProviders.have(reference)) {
            act("The resource " + label + " uses the provider configuration " + reference + ", and " + folder()
                    + " declares " + rootProviders.shown(reference) + ": correct its provider, or declare it.");
        }
    }

    private void checkDefault(ModuleContract contract) {
        List<String> declared = rootProviders.besides("snowflake");
        if (!declared.isEmpty() && !rootProviders.have("snowflake")) {
            act("The module " + contract.module() + place(contract, "snowflake")
                    + " names no provider configuration, and " + folder() + " declares " + String.join(", ", declared)
                    + " but none without an alias: hand in the one whose role it needs, as in providers = { snowflake"
                    + " = " + declared.get(0) + " }.");
        }
    }

    private void compare(ModuleContract contract, ModuleInterface declared, Map<String, String> handedIn) {
        declared.providers().stream()
                .filter(name -> !handedIn.containsKey(name))
                .forEach(name -> act("The module " + contract.module() + place(contract, name)
                        + " wants the provider configuration " + name + ", which its other calls do not hand in"
                        + firstCall(contract) + ": add it to the call."));
        handedIn.keySet().stream()
                .filter(name -> contract.isKnown()
                        && name.contains(".")
                        && !declared.providers().contains(name))
                .forEach(name -> act("The module " + contract.module() + place(contract, name)
                        + " declares no provider configuration " + name + ", which its other calls hand in"
                        + firstCall(contract) + ": remove it from the calls, or declare it."));
    }

    private static String firstCall(ModuleContract contract) {
        return contract.calls().first().map(call -> " (" + call.place() + ")").orElse("");
    }

    /** Where the module says which configurations of a provider it wants; else its folder. */
    private static String place(ModuleContract contract, String name) {
        String provider = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        Optional<String> declaration = contract.folder()
                .flatMap(folder -> folder.blocks().stream()
                        .filter(placed -> placed.block().type().equals("terraform"))
                        .flatMap(placed -> placed.block().blocks().stream()
                                .filter(nested -> nested.type().equals("required_providers"))
                                .flatMap(nested -> nested.attribute(provider).stream())
                                .map(attribute -> placed.file() + ":" + attribute.line()))
                        .findFirst());
        return declaration
                .or(() -> contract.folder().map(Directory::path))
                .map(place -> " (" + place + ")")
                .orElse("");
    }

    private String folder() {
        return Folders.shown(root.folder());
    }

    private void act(String message) {
        out.finding(Finding.act(CODE, scope, message));
    }
}
