package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.terraform.ModuleInterface.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the text of a call is changed so that it fits its module better.
 *
 * @param likely variables of the module that stand for arguments, by argument
 * @param leftOut arguments that the module does not have, and without which the call does what it is for
 * @param added variables that the module wants, with what all other calls pass
 */
record Corrections(Map<String, String> likely, Set<String> leftOut, Map<String, String> added) {

    private static final String READERS = "grant_reader_to_account_roles";

    static final Corrections NONE = new Corrections(Map.of(), Set.of(), Map.of());

    static Corrections of(ModuleContract contract, List<HclAttribute> arguments) {
        ModuleInterface declared = contract.declared().orElseThrow();
        Map<String, String> likely = likely(contract, declared, arguments);
        Set<String> leftOut = arguments.stream()
                .map(HclAttribute::name)
                .filter(name -> !declared.has(name) && !likely.containsKey(name))
                .filter(name -> name.endsWith("_comment") || name.equals(READERS))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> set = arguments.stream().map(HclAttribute::name).toList();
        Map<String, String> added = new LinkedHashMap<>(contract.calls().constants());
        added.keySet()
                .removeIf(name -> set.contains(name)
                        || likely.containsValue(name)
                        || declared.variables().stream()
                                .noneMatch(variable ->
                                        variable.required() && variable.name().equals(name)));
        return new Corrections(likely, leftOut, added);
    }

    /** Arguments that the module does not have may be variables that the call does not set, and that take the value. */
    private static Map<String, String> likely(
            ModuleContract contract, ModuleInterface declared, List<HclAttribute> arguments) {
        List<String> set = arguments.stream().map(HclAttribute::name).toList();
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        arguments.stream()
                .filter(argument -> !declared.has(argument.name()))
                .forEach(argument -> candidates.put(
                        argument.name(),
                        declared.variables().stream()
                                .filter(variable -> !set.contains(variable.name())
                                        && ArgumentMisfits.takes(variable, argument.value()))
                                .map(Variable::name)
                                .toList()));
        return new LikelyNames(ModuleName.plain(contract.module())).of(candidates);
    }

    /** Whether the text has a variable that the call as Headwater knows it does not set. */
    boolean set(String variable) {
        return likely.containsValue(variable) || added.containsKey(variable);
    }

    /** Whether the text has no longer an argument that the module does not know. */
    boolean replace(String argument) {
        return likely.containsKey(argument) || leftOut.contains(argument);
    }

    void apply(ModuleBlock block) {
        block.add(added);
        leftOut.forEach(block::remove);
        block.rename(likely);
    }

    /** Sentences about the text, each after a blank; empty when nothing is changed. */
    String shown() {
        return (likely.isEmpty() ? "" : " The block to paste has " + LikelyNames.shown(likely) + ", which is likely.")
                + (added.isEmpty()
                        ? ""
                        : " The block to paste has "
                                + added.entrySet().stream()
                                        .map(one -> one.getKey() + " = " + one.getValue())
                                        .collect(Collectors.joining(", "))
                                + ", as all other calls have it.")
                + (leftOut.isEmpty()
                        ? ""
                        : " The block to paste is without "
                                + leftOut.stream()
                                        .map(name -> "\"" + name + "\"")
                                        .collect(Collectors.joining(", "))
                                + ".");
    }
}
