package dev.headwater.terraform;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the provider configurations that a call hands in are not those of the module, or of the root: what Terraform
 * would refuse is a mismatch, the rest a finding.
 */
final class ProviderCheck {

    static final String CODE = "terraform.provider";

    private final Configuration root;
    private final RootProviders rootProviders;
    private final ModuleContract contract;
    private final Map<String, String> handedIn;
    private final List<String> wanted;

    ProviderCheck(ModuleContract contract, Map<String, String> handedIn) {
        this.root = contract.caller;
        this.rootProviders = new RootProviders(root);
        this.contract = contract;
        this.handedIn = handedIn;
        this.wanted = contract.taken.providers();
    }

    List<Mismatch> mismatches() {
        List<Mismatch> mismatches = new ArrayList<>();
        lackingInRoot().stream()
                .filter(this::isForCertain)
                .forEach(name -> mismatches.add(at(
                        name,
                        said(name),
                        isLikely(name) ? "" : "Declare it, or paste the block with the right one in its providers.")));
        wanted.stream()
                .filter(name -> !handedIn.containsKey(name))
                .forEach(name -> mismatches.add(at(
                        name,
                        "wants the provider configuration " + name + ", which its other calls do not hand in"
                                + firstCall(),
                        "Paste the block with it, or remove it from the module.")));
        handedIn.keySet().stream()
                .filter(name -> contract.isKnown() && name.contains(".") && !wanted.contains(name))
                .forEach(name -> mismatches.add(at(
                        name,
                        "declares no provider configuration " + name + ", which its other calls hand in" + firstCall(),
                        "Declare it in the module, or paste the block without it.")));
        return mismatches;
    }

    /** All calls of a module hand in the same, so this concerns a loader. */
    List<Finding> findings(Scope loader) {
        List<Finding> findings = new ArrayList<>();
        lackingInRoot().stream()
                .filter(name -> !isForCertain(name))
                .filter(name ->
                        contract.isReadable() || !rootProviders.besides(name).isEmpty())
                .map(name -> "The module " + contract.module + place(name) + " " + said(name)
                        + (isLikely(name)
                                ? " and handed in: check that it is."
                                : ": hand in the right one in the call's providers, or declare it."))
                .forEach(message -> findings.add(Finding.act(CODE, loader, message)));
        boolean isLeftToDefault = contract.calls.providers.isEmpty() && contract.isKnown() && wanted.isEmpty();
        List<String> others = rootProviders.besides("snowflake");
        if (isLeftToDefault && !others.isEmpty() && !rootProviders.have("snowflake")) {
            findings.add(Finding.act(
                    CODE,
                    loader,
                    "The module " + contract.module + place("snowflake") + " names no provider configuration, and "
                            + root.shownFolder() + " declares " + String.join(", ", others)
                            + " but none without an alias: hand in the one whose role it needs, as in providers ="
                            + " { snowflake = " + others.get(0) + " }."));
        }
        return findings;
    }

    /** Without other calls, a configuration is taken to be called alike in the module and in the root. */
    private List<String> lackingInRoot() {
        return contract.calls.providers.isPresent()
                ? List.of()
                : handedIn.keySet().stream()
                        .filter(name -> !rootProviders.have(name))
                        .toList();
    }

    private boolean isForCertain(String name) {
        return requirement(name).isPresent() && root.isKnown();
    }

    private boolean isLikely(String name) {
        return !name.equals(handedIn.get(name));
    }

    private String said(String name) {
        return "wants the provider configuration " + name + ", and " + root.shownFolder() + " declares "
                + (isLikely(name) ? handedIn.get(name) + ", which is likely meant" : rootProviders.shown(name));
    }

    private Mismatch at(String name, String said, String mend) {
        Optional<RequiredProvider> requirement = requirement(name);
        return new Mismatch(
                CODE,
                requirement.map(RequiredProvider::file).orElseGet(contract::placeOfVariables),
                requirement.map(one -> one.attribute().line()).orElse(0),
                said,
                mend);
    }

    private String firstCall() {
        return contract.calls.first().map(call -> " (" + call.place() + ")").orElse("");
    }

    /** Where the module says which configurations of a provider it wants; else its folder. */
    private String place(String name) {
        return requirement(name)
                .map(RequiredProvider::place)
                .or(() -> contract.folder.map(Configuration::folder))
                .map(place -> " (" + place + ")")
                .orElse("");
    }

    private Optional<RequiredProvider> requirement(String name) {
        return contract.folder.stream()
                .flatMap(Configuration::requiredProviders)
                .filter(required -> required.attribute().name().equals(RootProviders.provider(name)))
                .findFirst();
    }
}
