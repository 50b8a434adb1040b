package dev.headwater.terraform;

import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclExpression;
import dev.headwater.document.HclExpression.Literal;
import dev.headwater.document.HclExpression.ObjectValue;
import dev.headwater.document.HclExpression.Reference;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How other people call a module. Those of the usual source and version speak for all. */
final class ModuleCalls {

    private final List<LocatedBlock> calls;
    /** Arguments that some of them pass. */
    final Set<String> passed = new LinkedHashSet<>();
    /** Arguments that all of them pass, with the value where it is the same in all, else with nothing. */
    final Map<String, Optional<HclExpression>> common = new LinkedHashMap<>();
    /** What most of them hand in, by the module's name for it; empty when there are none that can be read. */
    final Optional<Map<String, String>> providers;

    ModuleCalls(String module, Configuration configuration) {
        this.calls =
                most(configuration.callsOf(module), call -> call.literal("source") + " " + call.literal("version"));
        this.providers = most(maps(calls), map -> map).stream().findFirst();
        calls.forEach(call ->
                call.block().attributes().stream().map(HclAttribute::name).forEach(passed::add));
        passed.removeAll(ModuleBlock.OF_TERRAFORM);
        passed.forEach(this::compare);
    }

    /** The largest group; of equally large ones, the one that comes first. */
    private static <E, K> List<E> most(List<E> all, Function<E, K> key) {
        Collection<List<E>> groups = all.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values();
        int size = groups.stream().mapToInt(List::size).max().orElse(0);
        return groups.stream().filter(group -> group.size() == size).findFirst().orElse(List.of());
    }

    private static List<Map<String, String>> maps(List<LocatedBlock> calls) {
        return calls.stream()
                .map(call -> call.value("providers").orElse(new ObjectValue(Map.of())))
                .flatMap(handedIn -> handedIn instanceof ObjectValue object ? object.byName().stream() : Stream.of())
                .filter(map -> map.values().stream().allMatch(Reference.class::isInstance))
                .map(ModuleCalls::texts)
                .toList();
    }

    private static Map<String, String> texts(Map<String, HclExpression> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    private void compare(String argument) {
        List<HclAttribute> all = calls.stream()
                .flatMap(call -> call.block().attribute(argument).stream())
                .toList();
        if (all.size() == calls.size()) {
            boolean isSame =
                    all.stream().map(HclAttribute::expression).distinct().count() == 1;
            common.put(argument, isSame ? Optional.of(all.get(0).value()) : Optional.empty());
        }
    }

    Optional<LocatedBlock> first() {
        return calls.stream().findFirst();
    }

    /** Where they say the module is, or which version of it they want. */
    Optional<String> literal(String argument) {
        return first().flatMap(call -> call.literal(argument));
    }

    /** Constants that several calls pass alike; of one call alone, nothing says that they are not its own. */
    Map<String, String> constants() {
        Map<String, String> constants = new LinkedHashMap<>();
        common.forEach((name, value) -> value.filter(any -> calls.size() > 1)
                .filter(Literal.class::isInstance)
                .ifPresent(constant -> constants.put(name, constant.text())));
        return constants;
    }
}
