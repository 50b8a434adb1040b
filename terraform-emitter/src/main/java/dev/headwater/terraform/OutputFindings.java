package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.read.ModuleInterface;

/** Says when a module lacks an output to which the emitted text refers. */
final class OutputFindings {

    private final Configuration root;
    private final Scope scope;
    private final Emission out;

    OutputFindings(Configuration root, Scope scope, Emission out) {
        this.root = root;
        this.scope = scope;
        this.out = out;
    }

    /** Judges a module whose files are at hand and can all be read. */
    void check(String source, String output) {
        if (source.startsWith("./") || source.startsWith("../")) {
            root.directory(source)
                    .filter(Directory::hasConfiguration)
                    .filter(folder ->
                            folder.fault().isEmpty() && folder.unread().isEmpty())
                    .filter(folder ->
                            !ModuleInterface.of(folder.texts()).outputs().contains(output))
                    .ifPresent(folder -> out.finding(Finding.act(
                            "terraform.module-contract",
                            scope,
                            "The module in " + folder.path() + " has no output \"" + output
                                    + "\", to which the emitted text refers: add it to the module.")));
        }
    }

    void check(Placed call, String output) {
        call.literal("source").ifPresent(source -> check(source, output));
    }
}
