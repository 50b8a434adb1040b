package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclExpression;
import dev.headwater.terraform.ModuleInterface.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the arguments of a call fit the variables of a module, all of which can be read: what does not, and what is
 * changed in the call so that it fits better.
 */
final class ArgumentFit {

    private static final String READERS = "grant_reader_to_account_roles";

    private final ModuleContract contract;
    private final ModuleInterface declared;
    private final List<HclAttribute> arguments;

    /** Variables without a default that the call does not set. */
    private final List<Variable> missing;

    /** Arguments that the module does not have. */
    private final List<HclAttribute> unknown;

    /** Variables that likely stand for those arguments. */
    private final Map<String, String> likely;

    /** Those arguments without which the call does what it is for. */
    private final List<String> leftOut;

    /** Missing variables to which all other calls give the same constant. */
    private final Map<String, String> added = new LinkedHashMap<>();

    ArgumentFit(ModuleContract contract, ModuleInterface declared, List<HclAttribute> arguments) {
        this.contract = contract;
        this.declared = declared;
        this.arguments = arguments;
        this.missing = declared.variables().stream()
                .filter(variable -> variable.required() && !isSet(variable.name()))
                .toList();
        this.unknown = arguments.stream()
                .filter(argument -> !declared.has(argument.name()))
                .toList();
        this.likely = likely();
        this.leftOut = unknown.stream()
                .map(HclAttribute::name)
                .filter(name -> !likely.containsKey(name))
                .filter(name -> name.endsWith("_comment") || name.equals(READERS))
                .sorted()
                .toList();
        contract.calls().constants().forEach((name, constant) -> {
            if (!likely.containsValue(name) && names(missing).contains(name)) {
                added.put(name, constant);
            }
        });
    }

    private boolean isSet(String variable) {
        return arguments.stream().anyMatch(argument -> argument.name().equals(variable));
    }

    private Map<String, String> likely() {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        unknown.forEach(argument -> candidates.put(
                argument.name(),
                declared.variables().stream()
                        .filter(variable -> !isSet(variable.name()) && variable.takes(argument.value()))
                        .map(Variable::name)
                        .toList()));
        return new LikelyNames(ModuleName.plain(contract.module())).of(candidates);
    }

    void correct(ModuleBlock block) {
        block.add(added);
        leftOut.forEach(block::remove);
        block.rename(likely);
    }

    List<Misfit> misfits() {
        List<Misfit> misfits = new ArrayList<>();
        if (!missing.isEmpty()) {
            misfits.add(missing());
        }
        if (!unknown.isEmpty()) {
            misfits.add(unknown());
        }
        for (HclAttribute argument : arguments) {
            declared.variable(argument.name())
                    .filter(variable -> !variable.takes(argument.value()))
                    .ifPresent(variable -> misfits.add(mistyped(variable, argument)));
        }
        return misfits;
    }

    private Misfit missing() {
        Variable first = missing.get(0);
        String others = missing.stream()
                .skip(1)
                .map(variable -> ", \"" + variable.name() + "\" ("
                        + variable.file().substring(variable.file().lastIndexOf('/') + 1) + ":" + variable.line()
                        + ")")
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

    private Misfit unknown() {
        List<String> names = unknown.stream().map(HclAttribute::name).toList();
        List<String> left = names.stream()
                .filter(name -> !likely.containsKey(name) && !leftOut.contains(name))
                .toList();
        return new Misfit(
                ModuleCall.CODE,
                contract.placeOfVariables(),
                0,
                "has no variable " + quoted(names),
                left.isEmpty() ? "" : "Add " + quoted(left) + " to the module, or paste the block without it.");
    }

    private static Misfit mistyped(Variable variable, HclAttribute argument) {
        return at(
                variable,
                "takes \"" + variable.name() + "\" as "
                        + variable.type().map(HclExpression::text).orElse("") + ", not as "
                        + argument.expression().replaceAll("\\s+", " "),
                "Paste the block with what it takes, or change the variable.");
    }

    /** Sentences about what is changed in the call, each after a blank; empty when nothing is. */
    String shown() {
        String constants = added.entrySet().stream()
                .map(one -> one.getKey() + " = " + one.getValue())
                .collect(Collectors.joining(", "));
        return (likely.isEmpty() ? "" : " The block to paste has " + LikelyNames.shown(likely) + ", which is likely.")
                + (added.isEmpty() ? "" : " The block to paste has " + constants + ", as all other calls have it.")
                + (leftOut.isEmpty() ? "" : " The block to paste is without " + quoted(leftOut) + ".");
    }

    private static Misfit at(Variable variable, String said, String mend) {
        return new Misfit(ModuleCall.CODE, variable.file(), variable.line(), said, mend);
    }

    private static List<String> names(List<Variable> variables) {
        return variables.stream().map(Variable::name).toList();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
