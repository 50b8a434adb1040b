package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether a module makes things of a kind, judged by its files and those of the local modules that it calls. */
final class ModuleContents {

    private final String resource;
    private final String argument;

    /** @param resource type of the resource that makes such a thing, such as {@code snowflake_schema} */
    ModuleContents(String resource) {
        this.resource = resource;
        this.argument = ModuleName.plain(resource) + "_name";
    }

    /** Whether a module makes such things. */
    enum Judgement {
        MAKES,
        MAY_MAKE,
        MAKES_NONE
    }

    private record Call(LocatedBlock block, Configuration from) {}

    /** A module that is not there, or not all of it, is judged by its name and by what it is told. */
    Judgement of(LocatedBlock call, Configuration from) {
        boolean isTold = false;
        Deque<Call> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.add(new Call(call, from));
        while (!open.isEmpty()) {
            Call next = open.remove();
            Optional<Configuration> files = files(next);
            if (ModuleName.isOf(resource, next.block())
                    || files.filter(module -> !module.resources(resource).isEmpty())
                            .isPresent()) {
                return Judgement.MAKES;
            }
            boolean isAllThere = files.filter(Configuration::isKnown).isPresent();
            isTold |= !isAllThere && next.block().block().attribute(argument).isPresent();
            files.filter(module -> seen.add(module.folder()))
                    .ifPresent(module -> module.blocks("module").forEach(inner -> open.add(new Call(inner, module))));
        }
        return isTold ? Judgement.MAY_MAKE : Judgement.MAKES_NONE;
    }

    private static Optional<Configuration> files(Call call) {
        return call.block().literal("source").flatMap(call.from()::moduleFiles);
    }
}
