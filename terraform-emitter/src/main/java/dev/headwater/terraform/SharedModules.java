package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment.Obstacle;
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

    /** A call, and how to refer to it. */
    private record Found(LocatedBlock call, String reference) {}

    private final Configuration snowflake;
    private final Shared warehouse;
    private final Shared reader;
    private final Optional<Found> foundWarehouse;
    private final Optional<Found> foundReader;

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
        this.foundWarehouse = find(warehouse);
        this.foundReader = find(reader);
    }

    /** By the runbook's label, else by what it makes. */
    private Optional<Found> find(Shared module) {
        Optional<Found> byLabel = snowflake
                .module(module.label())
                .map(placed -> new Found(placed, reference(placed, module).orElse("module." + module.label())));
        return byLabel.or(() -> snowflake.blocks("module").stream()
                .flatMap(placed -> reference(placed, module).stream().map(reference -> new Found(placed, reference)))
                .findFirst());
    }

    private Optional<String> reference(LocatedBlock placed, Shared module) {
        Optional<String> name = placed.expression(module.argument()).map(snowflake::resolved);
        List<BlockInstance> made = BlockInstance.of(placed, snowflake).orElse(List.of());
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
        return foundWarehouse.map(Found::reference).orElse("module." + warehouse.label());
    }

    /** How an expression names the warehouse. */
    String nameOfWarehouse() {
        return warehouse() + "." + output(warehouse, foundWarehouse);
    }

    /** How an expression names the role. */
    String nameOfReader() {
        return foundReader.map(Found::reference).orElse("module." + reader.label()) + "." + output(reader, foundReader);
    }

    private String output(Shared module, Optional<Found> found) {
        return found.map(one -> new Outputs(snowflake).name(one.call(), module.argument()))
                .orElse(module.argument());
    }

    /** What stands in the way of a reference to the warehouse; that there is none is said. */
    List<Obstacle> checkWarehouse(Scope scope, Emission.Builder out) {
        return check(warehouse, foundWarehouse, scope, out);
    }

    /** What stands in the way of a reference to the role; that there is none is said. */
    List<Obstacle> checkReader(Scope scope, Emission.Builder out) {
        return check(reader, foundReader, scope, out);
    }

    private List<Obstacle> check(Shared module, Optional<Found> found, Scope scope, Emission.Builder out) {
        if (found.isEmpty()) {
            out.finding(Finding.act(
                    "terraform.undeclared",
                    scope,
                    "There is no module \"" + module.label() + "\" in " + Folders.shown(snowflake.folder())
                            + ", and none with " + module.argument() + " = \"" + module.name()
                            + "\", to which the emitted text refers: declare it, or say what it is called here.",
                    "platform." + module.setting() + "(\"...\")"));
        }
        Outputs outputs = new Outputs(snowflake);
        return found.map(one -> one.call().isRepeated() && !one.reference().endsWith("]")
                        ? outputs.ofSeveral(one.call())
                        : outputs.obstacles(one.call(), module.argument()))
                .orElse(List.of());
    }
}
