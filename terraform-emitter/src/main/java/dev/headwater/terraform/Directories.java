package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory;
import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.RepositoryView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Directories of the repository, also by ways that lead from one to another. */
final class Directories {

    private final RepositoryView view;
    private final Map<String, ModuleInterface> interfaces = new HashMap<>();

    Directories(RepositoryView view) {
        this.view = view;
    }

    /** A directory that is given from another, such as {@code ../modules}; empty when it is not in the repository. */
    Optional<TerraformDirectory> from(TerraformDirectory base, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (base.path() + "/" + relative).split("/", -1)) {
            if ("..".equals(part)) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !".".equals(part)) {
                parts.addLast(part);
            }
        }
        return Optional.of(at(String.join("/", parts)));
    }

    /** The files of a module that is called from a directory, where the repository has them. */
    Optional<TerraformDirectory> module(TerraformDirectory caller, String source) {
        return Optional.of(source)
                .filter(text -> text.startsWith("./") || text.startsWith("../"))
                .flatMap(text -> from(caller, text))
                .filter(TerraformDirectory::hasConfiguration);
    }

    /** The name under which people know the repository. */
    String repository() {
        return view.name();
    }

    /** Blocks of a file that is no configuration; none when it cannot be read. */
    List<LocatedBlock> blocks(String file) {
        return view.blocks(file);
    }

    TerraformDirectory at(String path) {
        return view.terraform(path);
    }

    /** What a directory takes and gives as a module. */
    ModuleInterface declared(TerraformDirectory module) {
        return interfaces.computeIfAbsent(module.path(), any -> ModuleInterface.of(module));
    }
}
