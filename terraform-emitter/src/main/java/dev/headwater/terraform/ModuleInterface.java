package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Call;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.HclExpression.ObjectValue;
import dev.headwater.document.HclExpression.Template;
import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a Terraform module takes and gives.
 *
 * @param variables its variables, in order of file and line
 * @param outputs names of its outputs
 * @param providers provider configurations that it wants handed in, such as {@code snowflake.sys_admin}
 */
record ModuleInterface(List<Variable> variables, List<String> outputs, List<String> providers) {

    /**
     * A variable of a module.
     *
     * @param name the variable's name
     * @param required whether a call must set it
     * @param type what it takes, such as {@code list(string)}; empty when it says nothing
     * @param file the file that declares it
     * @param line where, from 1
     */
    record Variable(String name, boolean required, Optional<HclExpression> type, String file, int line) {

        private static final Set<String> TYPES =
                Set.of("string", "number", "bool", "list", "set", "tuple", "map", "object");

        /** Whether a value that is written out can become one; what only Terraform can tell is taken. */
        boolean takes(HclExpression value) {
            String wanted = type.map(one -> one instanceof Call call ? call.function() : one.text())
                    .orElse("");
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
    }

    /** Reads a module, as far as its configuration files show it. */
    static ModuleInterface of(TerraformDirectory module) {
        List<Variable> variables = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<String> providers = new ArrayList<>();
        for (LocatedBlock located : module.blocks()) {
            HclBlock block = located.block();
            switch (block.type()) {
                case "variable" ->
                    variables.add(new Variable(
                            located.label(),
                            block.attribute("default").isEmpty(),
                            located.value("type"),
                            located.file(),
                            block.line()));
                case "output" -> outputs.add(located.label());
                case "terraform" -> aliases(block).forEach(providers::add);
                default -> {}
            }
        }
        return new ModuleInterface(variables, outputs, providers);
    }

    private static Stream<String> aliases(HclBlock terraform) {
        return terraform.blocks().stream()
                .filter(block -> block.type().equals("required_providers"))
                .flatMap(block -> block.attributes().stream())
                .map(HclAttribute::value)
                .flatMap(provider -> provider instanceof ObjectValue object
                        ? object.value("configuration_aliases").stream()
                        : Stream.of())
                .flatMap(aliases -> aliases instanceof ListValue list ? list.elements().stream() : Stream.of())
                .map(HclExpression::text);
    }

    Optional<Variable> variable(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    /** Whether the module has a variable. */
    boolean has(String name) {
        return variable(name).isPresent();
    }
}
