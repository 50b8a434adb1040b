package dev.headwater.terraform;

import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.read.HclAttribute;
import dev.headwater.read.HclBlock;
import dev.headwater.read.HclFile;
import dev.headwater.read.ModuleInterface;
import dev.headwater.read.ModuleInterface.Variable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why Terraform (1.11) would refuse a call, by the files of the module that it calls, where all of them can be read.
 */
final class ContractObstacles {

    static final String CODE = "terraform.module-contract";

    private final ModuleContract contract;
    private final ModuleInterface declared;
    private final HclBlock call;

    private ContractObstacles(ModuleContract contract, ModuleInterface declared, HclBlock call) {
        this.contract = contract;
        this.declared = declared;
        this.call = call;
    }

    static List<Obstacle> of(ModuleContract contract, String text) {
        HclBlock call = HclFile.parse(text).blocks().get(0);
        return contract.declared()
                .filter(any -> contract.isKnown())
                .map(declared -> new ContractObstacles(contract, declared, call))
                .map(ContractObstacles::all)
                .orElse(List.of());
    }

    private List<Obstacle> all() {
        return Stream.of(missing(), unknown(), mistyped())
                .flatMap(found -> found)
                .toList();
    }

    private Stream<Obstacle> missing() {
        return declared.variables().stream()
                .filter(variable ->
                        variable.required() && call.attribute(variable.name()).isEmpty())
                .map(variable -> at(
                        variable,
                        "The module " + contract.module() + " wants \"" + variable.name()
                                + "\", which Headwater does not know.",
                        "Paste the block and add the argument, or give the variable a default."));
    }

    private Stream<Obstacle> unknown() {
        return arguments()
                .filter(argument -> !declared.has(argument.name()))
                .map(argument -> new Obstacle(
                        CODE,
                        contract.placeOfVariables(),
                        0,
                        "The module " + contract.module() + " has no variable \"" + argument.name() + "\".",
                        "Add it to the module, or paste the block without it.",
                        true));
    }

    private Stream<Obstacle> mistyped() {
        return arguments()
                .flatMap(argument -> declared.variables().stream()
                        .filter(variable -> variable.name().equals(argument.name()))
                        .filter(variable -> !takes(variable.type(), argument.expression()))
                        .map(variable -> at(
                                variable,
                                "The module " + contract.module() + " takes \"" + variable.name() + "\" as "
                                        + variable.type().replaceAll("\\s+", " ") + ", not as "
                                        + argument.expression().replaceAll("\\s+", " ") + ".",
                                "Paste the block with what it takes, or change the variable.")));
    }

    private Stream<HclAttribute> arguments() {
        return call.attributes().stream().filter(argument -> !ContractFindings.OF_TERRAFORM.contains(argument.name()));
    }

    /** Whether a literal can become a value of a type; what only Terraform can tell is taken. */
    private static boolean takes(String type, String expression) {
        String wanted = type.strip();
        boolean collection = wanted.matches("(?s)(list|set|tuple)\\b.*");
        boolean object = wanted.matches("(?s)(map|object)\\b.*");
        boolean scalar = wanted.matches("string|number|bool");
        if (expression.startsWith("[")) {
            return !scalar && !object;
        }
        if (expression.startsWith("\"")) {
            boolean converted = !wanted.equals("number") && !wanted.equals("bool")
                    || expression.matches("\"(true|false|[0-9.]+)\"");
            return !collection && !object && converted;
        }
        boolean isTruth = expression.matches("true|false");
        return !isTruth && !expression.matches("[0-9.]+")
                || !collection && !object && !(isTruth && wanted.equals("number"));
    }

    private static Obstacle at(Variable variable, String message, String hint) {
        return new Obstacle(CODE, variable.file(), variable.line(), message, hint, true);
    }
}
