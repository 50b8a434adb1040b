package dev.headwater.terraform;

import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.problem.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runbook's call of a module, changed so that it fits the repository's module as far as that is likely; and in one
 * conflict, why Terraform (1.11) would refuse the call as Headwater knows it.
 */
final class ModuleCall {

    private final ModuleContract contract;
    private final ModuleBlock block;
    private final ProviderCheck providers;
    private final ArgumentFit arguments;

    /**
     * @param block the runbook's call, which is changed
     * @param alsoKnown arguments that Headwater knows, besides those of the call
     */
    ModuleCall(ModuleContract contract, ModuleBlock block, Set<String> alsoKnown) {
        this.contract = contract;
        this.block = block;
        Set<String> known = new HashSet<>(alsoKnown);
        block.arguments().forEach(argument -> known.add(argument.name()));
        Map<String, String> handedIn = contract.providers(block.providers);
        this.providers = new ProviderCheck(contract, handedIn);
        block.origin(contract.source, contract.calls.literal("version"));
        block.providers(handedIn);
        block.addParagraph(contract.copied(known));
        this.arguments = new ArgumentFit(contract, block, known);
        arguments.correct();
    }

    String text() {
        return block.text();
    }

    /** Where the call, the module and the provider configurations do not fit, and Terraform would take it. */
    List<Finding> findings(Scope scope) {
        return Stream.of(
                        providers.findings(Scope.loader(scope.loader())),
                        contract.findings(scope),
                        arguments.findings(scope))
                .flatMap(List::stream)
                .toList();
    }

    List<Obstacle> obstacles() {
        List<Mismatch> mismatches = Stream.of(arguments.mismatches(), providers.mismatches())
                .flatMap(List::stream)
                .toList();
        if (mismatches.isEmpty()) {
            return List.of();
        }
        Mismatch first = mismatches.get(0);
        String mend = mismatches.stream()
                .map(Mismatch::mend)
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        return List.of(new Obstacle(
                first.file(),
                new Diagnostic(
                        first.code(),
                        first.line(),
                        "The module " + contract.module + " "
                                + mismatches.stream().map(Mismatch::said).collect(Collectors.joining("; it ")) + "."
                                + arguments.changes(),
                        mend.isEmpty() ? "Check that this is what they mean, and paste the block." : mend),
                !mend.isEmpty()));
    }
}
