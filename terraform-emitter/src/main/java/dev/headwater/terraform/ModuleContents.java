package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether a module makes a schema, judged by its files and those of the local modules that it calls. */
enum ModuleContents {
    WITH_SCHEMA,
    /** A module that is not there, or not all of it, is judged by its name and by what it is told. */
    MAYBE_WITH_SCHEMA,
    WITHOUT_SCHEMA;

    static final String SCHEMA = "snowflake_schema";

    private record Call(LocatedBlock block, Configuration from) {}

    static ModuleContents of(LocatedBlock call, Configuration from) {
        boolean isTold = false;
        Deque<Call> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.add(new Call(call, from));
        while (!open.isEmpty()) {
            Call next = open.remove();
            Optional<Configuration> files = next.block().literal("source").flatMap(next.from()::moduleFiles);
            if (ModuleName.isOf(SCHEMA, next.block())
                    || files.stream()
                            .anyMatch(module -> !module.resources(SCHEMA).isEmpty())) {
                return WITH_SCHEMA;
            }
            boolean isAllThere = files.stream().anyMatch(Configuration::isKnown);
            isTold |=
                    !isAllThere && next.block().block().attribute("schema_name").isPresent();
            files.filter(module -> seen.add(module.folder()))
                    .ifPresent(module -> module.blocks("module").forEach(inner -> open.add(new Call(inner, module))));
        }
        return isTold ? MAYBE_WITH_SCHEMA : WITHOUT_SCHEMA;
    }
}
