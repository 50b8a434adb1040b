package dev.headwater.document;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a Terraform module takes and gives.
 *
 * @param variables its variables, in order of file and line
 * @param outputs names of its outputs
 * @param providers provider configurations that it wants handed in, such as {@code snowflake.sys_admin}
 */
public record ModuleInterface(List<Variable> variables, List<String> outputs, List<String> providers) {

    private static final Set<String> ALIASES = Set.of("configuration_aliases", "\"configuration_aliases\"");

    /**
     * @param variables its variables
     * @param outputs names of its outputs
     * @param providers provider configurations that it wants handed in
     */
    public ModuleInterface {
        variables = List.copyOf(variables);
        outputs = List.copyOf(outputs);
        providers = List.copyOf(providers);
    }

    /**
     * A variable of a module.
     *
     * @param name the variable's name
     * @param required whether a call must set it
     * @param type what it takes, as Terraform text such as {@code list(string)}; empty when it says nothing
     * @param file the file that declares it
     * @param line where, from 1
     */
    public record Variable(String name, boolean required, String type, String file, int line) {}

    /**
     * Reads a module.
     *
     * @param module its directory
     * @return its interface, as far as its configuration files show it
     */
    public static ModuleInterface of(TerraformDirectory module) {
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
                            located.expression("type").orElse(""),
                            located.file(),
                            block.line()));
                case "output" -> outputs.add(located.label());
                case "terraform" -> providers.addAll(aliases(block));
                default -> {}
            }
        }
        return new ModuleInterface(variables, outputs, providers);
    }

    private static List<String> aliases(HclBlock terraform) {
        List<String> aliases = new ArrayList<>();
        for (HclBlock block : terraform.blocks()) {
            if (block.type().equals("required_providers")) {
                block.attributes().forEach(provider -> aliases.addAll(aliases(provider.expression())));
            }
        }
        return aliases;
    }

    /** References in {@code { source = ..., configuration_aliases = [...] }}, with or without commas and comments. */
    private static List<String> aliases(String object) {
        List<String> tokens = HclScanner.tokens(object + "\n");
        tokens.removeIf("\n"::equals);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean isList =
                    ALIASES.contains(tokens.get(i)) && tokens.get(i + 2).equals("[");
            if (isList) {
                List<String> rest = tokens.subList(i + 3, tokens.size());
                String references = String.join("", rest.subList(0, rest.indexOf("]")));
                return Stream.of(references.split(",", -1))
                        .filter(reference -> !reference.isEmpty())
                        .toList();
            }
        }
        return List.of();
    }

    /**
     * Whether the module has a variable.
     *
     * @param name the variable's name
     * @return true when it is declared
     */
    public boolean has(String name) {
        return variables.stream().anyMatch(variable -> variable.name().equals(name));
    }
}
