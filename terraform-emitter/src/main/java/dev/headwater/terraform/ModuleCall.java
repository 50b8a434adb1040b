package dev.headwater.terraform;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.problem.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runbook's call of a module, changed so that it fits the repository's module as far as that is likely; and in one
 * conflict, why Terraform (1.11) would refuse the call as Headwater knows it.
 */
final class ModuleCall {

    static final String CODE = "terraform.module-contract";

    private final ModuleContract contract;
    private final Set<String> known;
    private final ProviderCheck providers;
    private final Optional<ArgumentFit> arguments;
    private final List<Misfit> misfits = new ArrayList<>();
    private final ModuleBlock block;

    /**
     * @param block the runbook's call, which is changed
     * @param alsoKnown arguments that Headwater knows, besides those of the call
     */
    ModuleCall(ModuleContract contract, ModuleBlock block, Set<String> alsoKnown) {
        this.contract = contract;
        this.block = block;
        this.known = new HashSet<>(alsoKnown);
        block.arguments().forEach(argument -> known.add(argument.name()));
        Map<String, String> handedIn = contract.providers(block.providers());
        this.providers = new ProviderCheck(contract, handedIn);
        block.origin(contract.origin());
        block.providers(handedIn);
        block.addParagraph(contract.copied(known));
        this.arguments = contract.declared()
                .filter(any -> contract.isKnown())
                .map(declared -> new ArgumentFit(contract, declared, block.arguments()));
        arguments.ifPresent(fit -> {
            misfits.addAll(fit.misfits());
            fit.correct(block);
        });
        misfits.addAll(providers.misfits());
    }

    String text() {
        return block.text();
    }

    /** Where the call, the module and the provider configurations do not fit, and Terraform would take it. */
    List<Finding> findings(Scope scope) {
        return Stream.concat(
                        providers.findings(Scope.loader(scope.loader())).stream(),
                        new ContractFindings(contract, block, known, scope).all().stream())
                .toList();
    }

    List<Obstacle> obstacles() {
        if (misfits.isEmpty()) {
            return List.of();
        }
        Misfit first = misfits.get(0);
        String mend = misfits.stream()
                .map(Misfit::mend)
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return List.of(new Obstacle(
                first.file(),
                new Diagnostic(
                        first.code(),
                        first.line(),
                        "The module " + contract.module() + " "
                                + misfits.stream().map(Misfit::said).collect(Collectors.joining("; it ")) + "."
                                + arguments.map(ArgumentFit::shown).orElse(""),
                        mend.isEmpty() ? "Check that this is what they mean, and paste the block." : mend),
                !mend.isEmpty()));
    }
}
