package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.platform.Platform;
import java.util.Locale;

/** The platform's own modules that emitted blocks refer to: the loaders' warehouse and the role that reads sources. */
final class SharedModules {

    private final Platform platform;

    SharedModules(Platform platform) {
        this.platform = platform;
    }

    String warehouseName() {
        return platform.warehouse();
    }

    String warehouseModule() {
        return "warehouse_" + platform.warehouse().toLowerCase(Locale.ROOT);
    }

    String warehouse() {
        return "module." + warehouseModule();
    }

    String readerModule() {
        return "role_" + platform.sourcesReaderRole().toLowerCase(Locale.ROOT);
    }

    String reader() {
        return "module." + readerModule();
    }

    /** Says when a block refers to a module that is nowhere. */
    void check(String module, Configuration snowflake, Scope scope, Emission out) {
        if (!snowflake.hasModule(module)) {
            out.finding(Finding.act(
                    "terraform.undeclared",
                    scope,
                    "There is no module \"" + module + "\" in " + Folders.shown(snowflake.folder())
                            + ", to which the emitted text refers: name the platform's own warehouse and role with"
                            + " Platform.with, or declare it."));
        }
    }
}
