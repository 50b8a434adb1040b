package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclExpression;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.terraform.ModuleInterface.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the arguments of a call fit what the module takes. Where all of the module can be read, the call is changed so
 * that it fits better, and the rest stands in its way; else there are findings.
 */
final class ArgumentFit {

    private static final String CODE = "terraform.module-contract";

    private final ModuleContract contract;
    private final ModuleBlock call;
    private final Set<String> known;
    private final List<HclAttribute> arguments;
    /** Variables without a default that the call does not set. */
    private final List<Variable> missing;
    /** Arguments that the module does not have. */
    private final List<String> unknown;
    /** Variables that likely stand for those arguments. */
    private final Map<String, String> likely;
    /** Those arguments without which the call does what it is for. */
    private final List<String> leftOut;
    /** Missing variables to which all other calls give the same constant. */
    private final Map<String, String> added = new LinkedHashMap<>();

    /** @param known arguments of the module that Headwater knows, whether or not it sets them */
    ArgumentFit(ModuleContract contract, ModuleBlock call, Set<String> known) {
        this.contract = contract;
        this.call = call;
        this.known = known;
        this.arguments = call.arguments();
        this.missing = contract.taken.variables().stream()
                .filter(variable -> variable.required() && !call.has(variable.name()))
                .toList();
        this.unknown = arguments.stream()
                .map(HclAttribute::name)
                .filter(name -> !contract.taken.has(name))
                .toList();
        this.likely = likely();
        this.leftOut = unknown.stream()
                .filter(name -> !likely.containsKey(name))
                .filter(name -> name.endsWith("_comment") || name.equals(SourceSchema.READERS))
                .sorted()
                .toList();
        contract.calls.constants().forEach((name, constant) -> {
            if (!likely.containsValue(name) && names(missing).contains(name)) {
                added.put(name, constant);
            }
        });
    }

    /** Where only other calls show the module's variables, those that all of them set. */
    private Map<String, String> likely() {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        for (HclAttribute argument : arguments) {
            if (unknown.contains(argument.name())) {
                candidates.put(
                        argument.name(),
                        contract.taken.variables().stream()
                                .filter(variable -> variable.declared().isPresent() || variable.required())
                                .filter(variable -> !call.has(variable.name()) && variable.takes(argument.value()))
                                .map(Variable::name)
                                .toList());
            }
        }
        return new LikelyNames(ModuleName.plain(contract.module)).of(candidates);
    }

    void correct() {
        if (contract.isKnown()) {
            call.add(added);
            leftOut.forEach(call::remove);
            call.rename(likely);
        }
    }

    List<Mismatch> mismatches() {
        List<Mismatch> mismatches = new ArrayList<>();
        if (!contract.isKnown()) {
            return mismatches;
        }
        if (!missing.isEmpty()) {
            mismatches.add(missing());
        }
        if (!unknown.isEmpty()) {
            mismatches.add(unknown());
        }
        for (HclAttribute argument : arguments) {
            contract.taken
                    .variable(argument.name())
                    .filter(variable -> !variable.takes(argument.value()))
                    .ifPresent(variable -> mismatches.add(mistyped(variable, argument)));
        }
        return mismatches;
    }

    private Mismatch missing() {
        Variable first = missing.get(0);
        String others = missing.stream()
                .skip(1)
                .map(variable ->
                        ", \"" + variable.name() + "\" (" + place(variable).replaceAll(".*/", "") + ")")
                .collect(Collectors.joining());
        List<String> left = names(missing).stream()
                .filter(name -> !likely.containsValue(name) && !added.containsKey(name))
                .toList();
        return at(
                first,
                "wants \"" + first.name() + "\"" + others + ", which Headwater does not know",
                left.isEmpty()
                        ? ""
                        : "Paste the block and add " + quoted(left) + ", or give the module a default for it.");
    }

    private Mismatch unknown() {
        List<String> left = unknown.stream()
                .filter(name -> !likely.containsKey(name) && !leftOut.contains(name))
                .toList();
        return new Mismatch(
                CODE,
                contract.placeOfVariables(),
                0,
                "has no variable " + quoted(unknown),
                left.isEmpty() ? "" : "Add " + quoted(left) + " to the module, or paste the block without it.");
    }

    private static Mismatch mistyped(Variable variable, HclAttribute argument) {
        return at(
                variable,
                "takes \"" + variable.name() + "\" as "
                        + variable.type().map(HclExpression::text).orElse("") + ", not as "
                        + argument.expression().replaceAll("\\s+", " "),
                "Paste the block with what it takes, or change the variable.");
    }

    private static Mismatch at(Variable variable, String said, String mend) {
        LocatedBlock block = variable.declared().orElseThrow();
        return new Mismatch(CODE, block.file(), block.block().line(), said, mend);
    }

    /** Sentences about what is changed in the call, each after a blank; empty when nothing is. */
    String changes() {
        if (!contract.isKnown()) {
            return "";
        }
        String constants = added.entrySet().stream()
                .map(one -> one.getKey() + " = " + one.getValue())
                .collect(Collectors.joining(", "));
        return (likely.isEmpty() ? "" : " The block to paste has " + LikelyNames.shown(likely) + ", which is likely.")
                + (added.isEmpty() ? "" : " The block to paste has " + constants + ", as all other calls have it.")
                + (leftOut.isEmpty() ? "" : " The block to paste is without " + quoted(leftOut) + ".");
    }

    /** Where Terraform would take it, or nobody can tell. */
    List<Finding> findings(Scope scope) {
        List<Finding> findings = new ArrayList<>();
        if (!contract.isKnown()) {
            missing.stream()
                    .filter(variable -> variable.declared().isPresent())
                    .forEach(variable -> findings.add(contract.finding(
                            scope,
                            " wants \"" + variable.name() + "\" (" + place(variable)
                                    + "), which Headwater does not know: add it to the call.")));
        }
        contract.calls.first().ifPresent(other -> {
            contract.calls.common.keySet().stream()
                    .filter(name -> !call.has(name) && !known.contains(name))
                    .forEach(name -> notPassed(name, other, scope).ifPresent(findings::add));
            if (contract.folder.isEmpty() && !unknown.isEmpty()) {
                findings.add(contract.finding(scope, onlyPassedHere(other)));
            }
        });
        return findings;
    }

    /** What the module wants without a default is said already. */
    private Optional<Finding> notPassed(String name, LocatedBlock other, Scope scope) {
        String message = "All other calls of the module " + contract.module + ", such as " + other.shown() + ", pass \""
                + name + "\", which Headwater does not know: ";
        Optional<Variable> declared = contract.taken
                .variable(name)
                .filter(variable -> variable.declared().isPresent());
        return declared.isEmpty()
                ? Optional.of(Finding.act(CODE, scope, message + "add it to the call."))
                : declared.filter(variable -> !variable.required())
                        .map(variable -> Finding.know(
                                CODE,
                                scope,
                                message + "it has a default (" + place(variable)
                                        + "); add it if that is not what is wanted."));
    }

    private String onlyPassedHere(LocatedBlock other) {
        return " is not in the " + contract.caller.view.name() + " repository, and no other call of it, such as "
                + other.shown() + ", passes " + String.join(", ", unknown) + ": check that it has these variables"
                + (likely.isEmpty() ? "" : "; it likely has " + LikelyNames.shown(likely)) + ".";
    }

    private static String place(Variable variable) {
        return variable.declared().map(LocatedBlock::place).orElse("");
    }

    private static List<String> names(List<Variable> variables) {
        return variables.stream().map(Variable::name).toList();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
