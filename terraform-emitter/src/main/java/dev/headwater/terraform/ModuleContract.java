package dev.headwater.terraform;

import dev.headwater.read.HclAttribute;
import dev.headwater.read.HclBlock;
import dev.headwater.read.ModuleInterface;
import dev.headwater.read.UnreadableTextException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a module wants, as far as the repository shows it: its own files where they are at hand, else the calls that are
 * there already.
 */
final class ModuleContract {

    private final String module;
    private final String source;
    private final Optional<ModuleInterface> declared;
    private final Set<String> seen = new TreeSet<>();

    ModuleContract(String module, Configuration configuration) {
        this.module = module;
        List<HclBlock> calls = configuration.blocks("module").stream()
                .filter(block -> source(block).filter(this::isOfThisModule).isPresent())
                .toList();
        for (HclBlock call : calls) {
            call.attributes().stream().map(HclAttribute::name).forEach(seen::add);
        }
        this.source = calls.stream()
                .flatMap(call -> source(call).stream())
                .findFirst()
                .orElseGet(() -> besides(configuration));
        this.declared = declared(configuration);
    }

    private static Optional<String> source(HclBlock call) {
        return call.attribute("source").flatMap(HclAttribute::literal);
    }

    private boolean isOfThisModule(String text) {
        String path = text.contains("?") ? text.substring(0, text.indexOf('?')) : text;
        return path.equals(module) || path.endsWith("/" + module);
    }

    /** Where the module's folder is; the runbook's place when it is nowhere (RB02). */
    private String besides(Configuration configuration) {
        for (String candidate : List.of("./modules/", "../modules/")) {
            if (!configuration
                    .texts(resolve(configuration.folder(), candidate + module))
                    .isEmpty()) {
                return candidate + module;
            }
        }
        return "./modules/" + module;
    }

    private Optional<ModuleInterface> declared(Configuration configuration) {
        if (!source.startsWith("./") && !source.startsWith("../")) {
            return Optional.empty();
        }
        Map<String, String> files = configuration.texts(resolve(configuration.folder(), source));
        try {
            return files.isEmpty() ? Optional.empty() : Optional.of(ModuleInterface.of(files));
        } catch (UnreadableTextException unreadableModule) {
            return Optional.empty();
        }
    }

    static String resolve(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : Arrays.asList((folder + "/" + relative).split("/", -1))) {
            if ("..".equals(part)) {
                parts.pollLast();
            } else if (!part.isEmpty() && !".".equals(part)) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    String module() {
        return module;
    }

    String source() {
        return source;
    }

    Optional<ModuleInterface> declared() {
        return declared;
    }

    boolean isInSight() {
        return declared.isPresent() || !seen.isEmpty();
    }

    boolean takes(String argument) {
        return declared.map(contract -> contract.has(argument)).orElseGet(() -> seen.contains(argument));
    }

    /** The first of several names that the module takes; the last one when it shows none. */
    String nameOf(String... candidates) {
        return Arrays.stream(candidates).filter(this::takes).findFirst().orElse(candidates[candidates.length - 1]);
    }

    /** Provider configurations to hand in: what the module declares, else the runbook's. */
    List<String> providers(String... inRunbook) {
        return declared.map(ModuleInterface::providers).orElseGet(() -> List.of(inRunbook));
    }
}
