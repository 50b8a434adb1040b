package dev.headwater.terraform;

import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Call;
import dev.headwater.document.HclExpression.ListValue;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.HclExpression.Template;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a Terraform module takes.
 *
 * @param variables its variables; those that are declared come first, in order of file and line
 * @param providers provider configurations that it wants handed in, such as {@code snowflake.sys_admin}
 */
record ModuleInterface(List<Variable> variables, List<String> providers) {

    /**
     * A variable of a module.
     *
     * @param name the variable's name
     * @param required whether a call must set it
     * @param type what it takes, such as {@code list(string)}; empty when nothing says it
     * @param declared the block that declares it; empty when only calls of the module show it
     */
    record Variable(String name, boolean required, Optional<HclExpression> type, Optional<LocatedBlock> declared) {

        private static final Set<String> TYPES =
                Set.of("string", "number", "bool", "list", "set", "tuple", "map", "object");

        private static Variable of(LocatedBlock block) {
            boolean required = block.block().attribute("default").isEmpty();
            return new Variable(block.label(), required, block.value("type"), Optional.of(block));
        }

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

    /** What a module's files declare. */
    static ModuleInterface of(Configuration module) {
        return new ModuleInterface(
                module.blocks("variable").stream().map(Variable::of).toList(),
                module.requiredProviders()
                        .flatMap(provider -> provider.entry("configuration_aliases").stream())
                        .flatMap(aliases -> aliases instanceof ListValue list ? list.elements().stream() : Stream.of())
                        .map(HclExpression::text)
                        .toList());
    }

    /** The same with what other people's calls pass, for a module of which not all can be read. */
    ModuleInterface and(ModuleCalls calls) {
        Stream<Variable> passed = calls.passed.stream()
                .filter(name -> !has(name))
                .map(name -> new Variable(name, calls.common.containsKey(name), Optional.empty(), Optional.empty()));
        return new ModuleInterface(Stream.concat(variables.stream(), passed).toList(), providers);
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
