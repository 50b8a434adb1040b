package dev.headwater.terraform;

import dev.headwater.read.HclAttribute;
import dev.headwater.read.HclBlock;
import dev.headwater.read.ModuleInterface;
import dev.headwater.read.UnreadableTextException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a module wants, as far as the repository shows it: its own files where they are at hand, else the calls that are
 * there already. The plan's own calls do not count, so that they change nothing once they are there.
 */
final class ModuleContract {

    private static final List<String> PLACES = List.of("./modules/", "../modules/", "../../modules/");

    private final String module;
    private final String source;
    private final Optional<String> folder;
    private final Set<String> seen = new TreeSet<>();
    private @Nullable ModuleInterface declared;
    private @Nullable String fault;

    ModuleContract(String module, Configuration configuration, Collection<String> ownCalls) {
        this.module = module;
        List<HclBlock> calls = configuration.blocks("module").stream()
                .filter(call -> call.labels().stream().noneMatch(ownCalls::contains))
                .filter(call -> source(call).filter(this::isOfThisModule).isPresent())
                .toList();
        for (HclBlock call : calls) {
            call.attributes().stream().map(HclAttribute::name).forEach(seen::add);
        }
        this.source = usual(calls).orElseGet(() -> besides(configuration));
        this.folder =
                source.startsWith("./") || source.startsWith("../") ? configuration.resolve(source) : Optional.empty();
        folder.map(configuration::texts).filter(files -> !files.isEmpty()).ifPresent(this::read);
    }

    private static Optional<String> source(HclBlock call) {
        return call.attribute("source").flatMap(HclAttribute::literal);
    }

    private boolean isOfThisModule(String text) {
        String path = text.contains("?") ? text.substring(0, text.indexOf('?')) : text;
        return path.equals(module) || path.endsWith("/" + module);
    }

    /** What most calls say; of equally many, what comes first. */
    private static Optional<String> usual(List<HclBlock> calls) {
        Map<String, Long> counts = calls.stream()
                .flatMap(call -> source(call).stream())
                .collect(Collectors.groupingBy(text -> text, LinkedHashMap::new, Collectors.counting()));
        long most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0L);
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Where the module's folder is; the runbook's place when it is nowhere (RB02). */
    private String besides(Configuration configuration) {
        return PLACES.stream()
                .map(place -> place + module)
                .filter(candidate -> configuration
                        .resolve(candidate)
                        .map(configuration::texts)
                        .filter(files -> !files.isEmpty())
                        .isPresent())
                .findFirst()
                .orElseGet(this::sourceInRunbook);
    }

    private void read(Map<String, String> files) {
        try {
            declared = ModuleInterface.of(files);
        } catch (UnreadableTextException unreadable) {
            fault = unreadable.getMessage();
        }
    }

    String module() {
        return module;
    }

    String source() {
        return source;
    }

    String sourceInRunbook() {
        return PLACES.get(0) + module;
    }

    /** Where the module's files are; empty when the repository does not have them. */
    Optional<String> folder() {
        return folder.filter(path -> declared != null || fault != null);
    }

    Optional<ModuleInterface> declared() {
        return Optional.ofNullable(declared);
    }

    /** Why the module's files could not be read. */
    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    boolean takes(String argument) {
        return declared().map(contract -> contract.has(argument)).orElseGet(() -> seen.contains(argument));
    }

    /** The first of several names that the module takes. */
    Optional<String> nameOf(String... candidates) {
        return Arrays.stream(candidates).filter(this::takes).findFirst();
    }

    /** Provider configurations to hand in: what the module declares, in the runbook's order; else the runbook's. */
    List<String> providers(String... inRunbook) {
        return declared()
                .map(ModuleInterface::providers)
                .map(wanted -> {
                    Set<String> ordered = new LinkedHashSet<>(List.of(inRunbook));
                    ordered.retainAll(wanted);
                    ordered.addAll(wanted);
                    return List.copyOf(ordered);
                })
                .orElseGet(() -> List.of(inRunbook));
    }
}
