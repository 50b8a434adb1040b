package dev.headwater.terraform;

import dev.headwater.read.HclAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How other people call a module. Those of the usual source and version speak for all. */
final class ModuleCalls {

    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    private final List<Placed> calls;

    ModuleCalls(String module, Configuration configuration) {
        List<Placed> all = configuration.blocks("module").stream()
                .filter(call -> call.literal("source")
                        .filter(source -> ModuleName.isNamedBy(module, source))
                        .isPresent())
                .toList();
        this.calls = most(all, call -> call.literal("source") + " " + call.literal("version"));
    }

    /** The largest group; of equally large ones, the one that comes first. */
    private static <E, K> List<E> most(List<E> all, Function<E, K> key) {
        Collection<List<E>> groups = all.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values();
        int size = groups.stream().mapToInt(List::size).max().orElse(0);
        return groups.stream().filter(group -> group.size() == size).findFirst().orElse(List.of());
    }

    Optional<Placed> first() {
        return calls.stream().findFirst();
    }

    Optional<String> source() {
        return first().flatMap(call -> call.literal("source"));
    }

    Optional<String> version() {
        return first().flatMap(call -> call.literal("version"));
    }

    /** Whether one of them passes an argument. */
    boolean pass(String argument) {
        return calls.stream().anyMatch(call -> call.block().attribute(argument).isPresent());
    }

    /** What most of them hand in, by the module's name for it; empty when there are none that can be read. */
    Optional<Map<String, String>> providers() {
        List<Map<String, String>> maps = calls.stream()
                .flatMap(call -> ObjectText.entries(call.expression("providers").orElse("{}")).stream())
                .filter(map -> map.values().stream()
                        .allMatch(value -> REFERENCE.matcher(value).matches()))
                .toList();
        return most(maps, map -> map).stream().findFirst();
    }

    /** Arguments that all of them pass, with the value where it is the same in all, else with nothing. */
    Map<String, Optional<String>> common() {
        Map<String, Optional<String>> common = new LinkedHashMap<>();
        for (HclAttribute attribute :
                first().map(call -> call.block().attributes()).orElse(List.of())) {
            List<String> values = new ArrayList<>();
            calls.forEach(call -> call.expression(attribute.name()).ifPresent(values::add));
            Set<String> different = new LinkedHashSet<>(values);
            if (values.size() == calls.size()) {
                common.put(attribute.name(), Optional.of(attribute.expression()).filter(any -> different.size() == 1));
            }
        }
        return common;
    }
}
