package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.read.HclAttribute;
import dev.headwater.read.ModuleInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells where the provider configurations that a call hands in are not those of the module, or of the root: what
 * Terraform would refuse stands in the way, the rest is said once a loader, since all calls of a module hand in the
 * same.
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

    List<Obstacle> check(ModuleContract contract, Map<String, String> handedIn) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (contract.calls().providers().isEmpty()) {
            handedIn.forEach((name, reference) -> obstacles.addAll(checkRoot(contract, name, reference)));
            contract.declared()
                    .filter(declared -> declared.providers().isEmpty() && contract.isKnown())
                    .ifPresent(declared -> checkDefault(contract));
        }
        contract.declared().ifPresent(declared -> obstacles.addAll(compare(contract, declared, handedIn)));
        return obstacles;
    }

    /** Without other calls, a configuration is taken to be called alike in the module and in the root. */
    private List<Obstacle> checkRoot(ModuleContract contract, String name, String reference) {
        if (rootProviders.have(reference)) {
            return List.of();
        }
        Optional<Placed> declaration = declaration(contract, name);
        if (declaration.isPresent() && root.isKnown()) {
            return List.of(at(
                    declaration.get(),
                    name,
                    "The module " + contract.module() + " wants the provider configuration " + name + ", and "
                            + folder() + " declares " + rootProviders.shown(reference) + ".",
                    "Declare it, or paste the block with the right one in its providers."));
        }
        if (contract.declared().isPresent() || !rootProviders.besides(reference).isEmpty()) {
            act("The module " + contract.module() + place(contract, name) + " wants the provider configuration " + name
                    + ", and " + folder() + " declares " + rootProviders.shown(reference)
                    + ": hand in the right one in the call's providers, or declare it.");
        }
        return List.of();
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

    private static List<Obstacle> compare(
            ModuleContract contract, ModuleInterface declared, Map<String, String> handedIn) {
        Stream<Obstacle> missing = declared.providers().stream()
                .filter(name -> !handedIn.containsKey(name))
                .flatMap(name -> declaration(contract, name).stream()
                        .map(place -> at(
                                place,
                                name,
                                "The module " + contract.module() + " wants the provider configuration " + name
                                        + ", which its other calls do not hand in" + firstCall(contract) + ".",
                                "Paste the block with it, or remove it from the module.")));
        Stream<Obstacle> unknown = handedIn.keySet().stream()
                .filter(name -> contract.isKnown()
                        && name.contains(".")
                        && !declared.providers().contains(name))
                .map(name -> new Obstacle(
                        CODE,
                        declaration(contract, name).map(Placed::file).orElseGet(contract::placeOfVariables),
                        declaration(contract, name)
                                .map(place -> line(place, name))
                                .orElse(0),
                        "The module " + contract.module() + " declares no provider configuration " + name
                                + ", which its other calls hand in" + firstCall(contract) + ".",
                        "Declare it in the module, or paste the block without it.",
                        true));
        return Stream.concat(missing, unknown).toList();
    }

    private static Obstacle at(Placed declaration, String name, String message, String hint) {
        return new Obstacle(CODE, declaration.file(), line(declaration, name), message, hint, true);
    }

    private static String firstCall(ModuleContract contract) {
        return contract.calls().first().map(call -> " (" + call.place() + ")").orElse("");
    }

    /** Where the module says which configurations of a provider it wants; else its folder. */
    private static String place(ModuleContract contract, String name) {
        return declaration(contract, name)
                .map(placed -> placed.file() + ":" + line(placed, name))
                .or(() -> contract.folder().map(Directory::path))
                .map(place -> " (" + place + ")")
                .orElse("");
    }

    private static Optional<Placed> declaration(ModuleContract contract, String name) {
        return contract.folder()
                .flatMap(folder -> folder.blocks().stream()
                        .filter(placed -> placed.block().type().equals("terraform"))
                        .filter(placed -> requirement(placed, name).isPresent())
                        .findFirst());
    }

    private static int line(Placed terraform, String name) {
        return requirement(terraform, name).map(HclAttribute::line).orElse(0);
    }

    private static Optional<HclAttribute> requirement(Placed terraform, String name) {
        String provider = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return terraform.block().blocks().stream()
                .filter(nested -> nested.type().equals("required_providers"))
                .flatMap(nested -> nested.attribute(provider).stream())
                .findFirst();
    }

    private String folder() {
        return Folders.shown(root.folder());
    }

    private void act(String message) {
        out.finding(Finding.act(CODE, scope, message));
    }
}
