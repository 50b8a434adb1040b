package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Call;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.HclExpression.Raw;
import dev.headwater.document.HclExpression.Template;
import dev.headwater.terraform.ModuleInterface.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a call's arguments and the variables of the module do not have in common. */
final class ArgumentMisfits {

    private static final Set<String> TYPES =
            Set.of("string", "number", "bool", "list", "set", "tuple", "map", "object");

    private final ModuleContract contract;
    private final ModuleInterface declared;
    private final List<HclAttribute> arguments;
    private final Corrections corrections;

    /** @param corrections what the text to paste has otherwise */
    ArgumentMisfits(ModuleContract contract, List<HclAttribute> arguments, Corrections corrections) {
        this.contract = contract;
        this.declared = contract.declared().orElseThrow();
        this.arguments = arguments;
        this.corrections = corrections;
    }

    List<Misfit> all() {
        List<Misfit> all = new ArrayList<>();
        missing().ifPresent(all::add);
        unknown().ifPresent(all::add);
        mistyped().forEach(all::add);
        return all;
    }

    private Optional<Misfit> missing() {
        List<Variable> missing = declared.variables().stream()
                .filter(variable -> variable.required() && !isSet(variable))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String shown = missing.stream()
                .map(variable -> quoted(variable.name()) + (variable.equals(missing.get(0)) ? "" : place(variable)))
                .collect(Collectors.joining(", "));
        List<String> left = missing.stream()
                .map(Variable::name)
                .filter(name -> !corrections.set(name))
                .toList();
        return Optional.of(at(
                missing.get(0),
                "wants " + shown + ", which Headwater does not know",
                left.isEmpty()
                        ? ""
                        : "Paste the block and add " + quoted(left) + ", or give the module a default for it."));
    }

    private boolean isSet(Variable variable) {
        return arguments.stream().anyMatch(argument -> argument.name().equals(variable.name()));
    }

    private Optional<Misfit> unknown() {
        List<String> unknown = arguments.stream()
                .map(HclAttribute::name)
                .filter(name -> !declared.has(name))
                .toList();
        List<String> left =
                unknown.stream().filter(name -> !corrections.replace(name)).toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Misfit(
                        ModuleCall.CODE,
                        contract.placeOfVariables(),
                        0,
                        "has no variable " + quoted(unknown),
                        left.isEmpty()
                                ? ""
                                : "Add " + quoted(left) + " to the module, or paste the block without it."));
    }

    private Stream<Misfit> mistyped() {
        return arguments.stream()
                .flatMap(argument -> declared.variables().stream()
                        .filter(variable -> variable.name().equals(argument.name()))
                        .filter(variable -> !takes(variable, argument.value()))
                        .map(variable -> at(
                                variable,
                                "takes " + quoted(variable.name()) + " as "
                                        + variable.type()
                                                .map(HclExpression::text)
                                                .orElse("") + ", not as "
                                        + argument.expression().replaceAll("\\s+", " "),
                                "Paste the block with what it takes, or change the variable.")));
    }

    /** Whether a value that is written out can become one of a type; what only Terraform can tell is taken. */
    static boolean takes(Variable variable, HclExpression value) {
        HclExpression type = variable.type().orElse(new Raw(""));
        String wanted = type instanceof Call call ? call.function() : type.text();
        return !TYPES.contains(wanted) || typesOf(value).contains(wanted);
    }

    private static Set<String> typesOf(HclExpression value) {
        if (value instanceof ListValue) {
            return Set.of("list", "set", "tuple");
        }
        if (value instanceof Template) {
            return Set.of("string");
        }
        if (!(value instanceof Literal literal) || literal.text().equals("null")) {
            return TYPES;
        }
        return literal.value().matches("true|false")
                ? Set.of("string", "bool")
                : literal.value().matches("[0-9.]+") ? Set.of("string", "number") : Set.of("string");
    }

    private static Misfit at(Variable variable, String said, String mend) {
        return new Misfit(ModuleCall.CODE, variable.file(), variable.line(), said, mend);
    }

    private static String place(Variable variable) {
        return " (" + variable.file().substring(variable.file().lastIndexOf('/') + 1) + ":" + variable.line() + ")";
    }

    private static String quoted(List<String> names) {
        return names.stream().map(ArgumentMisfits::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
