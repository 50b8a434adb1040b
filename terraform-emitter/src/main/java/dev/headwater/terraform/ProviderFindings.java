package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
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
    private final Emission.Builder out;

    ProviderFindings(Configuration root, Scope scope, Emission.Builder out) {
        this.root = root;
        this.rootProviders = new RootProviders(root);
        this.scope = Scope.loader(scope.loader());
        this.out = out;
    }

    List<Misfit> check(ModuleContract contract, Map<String, String> handedIn) {
        List<Misfit> misfits = new ArrayList<>();
        if (contract.calls().providers().isEmpty()) {
            handedIn.forEach((name, reference) -> misfits.addAll(checkRoot(contract, name, reference)));
            contract.declared()
                    .filter(declared -> declared.providers().isEmpty() && contract.isKnown())
                    .ifPresent(declared -> checkDefault(contract));
        }
        contract.declared().ifPresent(declared -> misfits.addAll(compare(contract, declared, handedIn)));
        return misfits;
    }

    /** Without other calls, a configuration is taken to be called alike in the module and in the root. */
    private List<Misfit> checkRoot(ModuleContract contract, String name, String reference) {
        if (rootProviders.have(name)) {
            return List.of();
        }
        boolean isLikely = !reference.equals(name);
        String said = "wants the provider configuration " + name + ", and " + folder() + " declares "
                + (isLikely ? reference + ", which is likely meant" : rootProviders.shown(name));
        Optional<LocatedBlock> declaration = declaration(contract, name);
        if (declaration.isPresent() && root.isKnown()) {
            return List.of(at(
                    declaration.get(),
                    name,
                    said,
                    isLikely ? "" : "Declare it, or paste the block with the right one in its providers."));
        }
        if (contract.declared().isPresent() || !rootProviders.besides(name).isEmpty()) {
            act("The module " + contract.module() + place(contract, name) + " " + said
                    + (isLikely
                            ? " and handed in: check that it is."
                            : ": hand in the right one in the call's providers, or declare it."));
        }
        return List.of();
    }

    /**
     * The provider configuration of a resource, which names it itself.
     *
     * @param shown what other people use for the same
     * @param wanted what it is called where nobody shows it
     */
    String ofResource(String label, Optional<String> shown, String wanted) {
        String reference =
                shown.orElseGet(() -> rootProviders.handedIn(List.of(wanted)).getOrDefault(wanted, wanted));
        if (shown.isEmpty() && !reference.equals(wanted)) {
            act("The resource " + label + " uses the provider configuration " + reference + ", which is likely what is "
                    + wanted + " elsewhere: check that it is.");
        } else if (!rootProviders.besides(reference).isEmpty() && !rootProviders.have(reference)) {
            act("The resource " + label + " uses the provider configuration " + reference + ", and " + folder()
                    + " declares " + rootProviders.shown(reference) + ": correct its provider, or declare it.");
        }
        return reference;
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

    private static List<Misfit> compare(
            ModuleContract contract, ModuleInterface declared, Map<String, String> handedIn) {
        Stream<Misfit> missing = declared.providers().stream()
                .filter(name -> !handedIn.containsKey(name))
                .flatMap(name -> declaration(contract, name).stream()
                        .map(place -> at(
                                place,
                                name,
                                "wants the provider configuration " + name + ", which its other calls do not hand in"
                                        + firstCall(contract),
                                "Paste the block with it, or remove it from the module.")));
        Stream<Misfit> unknown = handedIn.keySet().stream()
                .filter(name -> contract.isKnown()
                        && name.contains(".")
                        && !declared.providers().contains(name))
                .map(name -> new Misfit(
                        CODE,
                        declaration(contract, name).map(LocatedBlock::file).orElseGet(contract::placeOfVariables),
                        declaration(contract, name)
                                .map(place -> line(place, name))
                                .orElse(0),
                        "declares no provider configuration " + name + ", which its other calls hand in"
                                + firstCall(contract),
                        "Declare it in the module, or paste the block without it."));
        return Stream.concat(missing, unknown).toList();
    }

    private static Misfit at(LocatedBlock declaration, String name, String said, String mend) {
        return new Misfit(CODE, declaration.file(), line(declaration, name), said, mend);
    }

    private static String firstCall(ModuleContract contract) {
        return contract.calls().first().map(call -> " (" + call.place() + ")").orElse("");
    }

    /** Where the module says which configurations of a provider it wants; else its folder. */
    private static String place(ModuleContract contract, String name) {
        return declaration(contract, name)
                .map(placed -> placed.file() + ":" + line(placed, name))
                .or(() -> contract.folder().map(TerraformDirectory::path))
                .map(place -> " (" + place + ")")
                .orElse("");
    }

    private static Optional<LocatedBlock> declaration(ModuleContract contract, String name) {
        return contract.folder()
                .flatMap(folder -> folder.blocks().stream()
                        .filter(placed -> placed.block().type().equals("terraform"))
                        .filter(placed -> requirement(placed, name).isPresent())
                        .findFirst());
    }

    private static int line(LocatedBlock terraform, String name) {
        return requirement(terraform, name).map(HclAttribute::line).orElse(0);
    }

    private static Optional<HclAttribute> requirement(LocatedBlock terraform, String name) {
        String provider = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return terraform.block().blocks().stream()
                .filter(nested -> nested.type().equals("required_providers"))
                .flatMap(nested -> nested.attribute(provider).stream())
                .findFirst();
    }

    private String folder() {
        return root.shownFolder();
    }

    private void act(String message) {
        out.finding(Finding.act(CODE, scope, message));
    }
}
