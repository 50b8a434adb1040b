package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Scope;
import dev.headwater.platform.Platform;
import dev.headwater.render.HclString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The platform's own modules that emitted blocks refer to: the loaders' warehouse and the role that reads sources. */
final class SharedModules {

    /**
     * A module of the platform's.
     *
     * @param label the runbook's label of it
     * @param argument the argument that names what it makes
     * @param name that name
     * @param setting how the platform is told another name
     */
    record Shared(String label, String argument, String name, String setting) {}

    private final Configuration snowflake;
    private final Shared warehouse;
    private final Shared reader;
    private final Optional<String> warehouseReference;
    private final Optional<String> readerReference;

    SharedModules(Platform platform, Configuration snowflake) {
        this.snowflake = snowflake;
        this.warehouse = new Shared(
                "warehouse_" + platform.warehouse().toLowerCase(Locale.ROOT),
                "warehouse_name",
                platform.warehouse(),
                "warehouse");
        this.reader = new Shared(
                "role_" + platform.sourcesReaderRole().toLowerCase(Locale.ROOT),
                "role_name",
                platform.sourcesReaderRole(),
                "sourcesReaderRole");
        this.warehouseReference = find(warehouse);
        this.readerReference = find(reader);
    }

    /** By the runbook's label, else by what it makes. */
    private Optional<String> find(Shared module) {
        if (snowflake.module(module.label()).isPresent()) {
            return Optional.of("module." + module.label());
        }
        return snowflake.blocks("module").stream()
                .flatMap(placed -> reference(placed, module).stream())
                .findFirst();
    }

    private Optional<String> reference(Placed placed, Shared module) {
        Optional<String> name = placed.expression(module.argument());
        List<Repetition> made = Repetition.of(placed, snowflake).orElse(List.of());
        return name.flatMap(expression -> made.stream()
                .filter(one -> one.string(expression)
                        .filter(module.name()::equalsIgnoreCase)
                        .isPresent())
                .map(one -> "module." + placed.label()
                        + one.key()
                                .map(key -> "[" + HclString.encode(key) + "]")
                                .orElse(""))
                .findFirst());
    }

    String warehouseName() {
        return warehouse.name();
    }

    String warehouse() {
        return warehouseReference.orElse("module." + warehouse.label());
    }

    String reader() {
        return readerReference.orElse("module." + reader.label());
    }

    void checkWarehouse(Scope scope, Emission out) {
        check(warehouse, warehouseReference, scope, out);
    }

    void checkReader(Scope scope, Emission out) {
        check(reader, readerReference, scope, out);
    }

    /** Says when a block refers to a module that is nowhere. */
    private void check(Shared module, Optional<String> reference, Scope scope, Emission out) {
        if (reference.isEmpty()) {
            out.finding(Finding.act(
                    "terraform.undeclared",
                    scope,
                    "There is no module \"" + module.label() + "\" in " + Folders.shown(snowflake.folder())
                            + ", and none with " + module.argument() + " = \"" + module.name()
                            + "\", to which the emitted text refers: declare it, or say what it is called here with"
                            + " Platform.runbook().with(p -> p." + module.setting() + "(\"...\"))."));
        }
    }
}
