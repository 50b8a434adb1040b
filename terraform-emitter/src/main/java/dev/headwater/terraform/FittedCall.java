package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclFile;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.problem.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call of a module, all of which can be read, with the module's names for Headwater's arguments where they are
 * likely; and in one conflict, why Terraform (1.11) would refuse the call as Headwater knows it.
 */
final class FittedCall {

    static final String CODE = "terraform.module-contract";

    private final ModuleContract contract;
    private final String text;
    private final Corrections corrections;
    private final List<Misfit> misfits;

    private FittedCall(ModuleContract contract, String text, Corrections corrections, List<Misfit> misfits) {
        this.contract = contract;
        this.text = text;
        this.corrections = corrections;
        this.misfits = misfits;
    }

    /** @param besides what does not fit besides the arguments */
    static FittedCall of(ModuleContract contract, String text, List<Misfit> besides) {
        if (!contract.isKnown()) {
            return new FittedCall(contract, text, new Corrections(Map.of(), Set.of(), Map.of()), besides);
        }
        ModuleInterface declared = contract.declared().orElseThrow();
        List<HclAttribute> arguments = arguments(text);
        Corrections corrections = Corrections.of(contract, declared, arguments);
        ArgumentMisfits faults = new ArgumentMisfits(contract, declared, arguments, corrections);
        return new FittedCall(
                contract,
                corrections.applied(text),
                corrections,
                Stream.concat(faults.all().stream(), besides.stream()).toList());
    }

    private static List<HclAttribute> arguments(String text) {
        return HclFile.parse(text).blocks().get(0).attributes().stream()
                .filter(argument -> !ContractFindings.OF_TERRAFORM.contains(argument.name()))
                .toList();
    }

    String text() {
        return text;
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
                                + corrections.shown(),
                        mend.isEmpty() ? "Check that this is what they mean, and paste the block." : mend),
                !mend.isEmpty()));
    }
}
