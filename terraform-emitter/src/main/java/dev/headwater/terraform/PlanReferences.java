package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.problem.Diagnostic;
import dev.headwater.render.HclString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What emitted blocks refer to in the Snowflake configuration, each as an expression. */
final class PlanReferences {

    private final DataSourcePlan plan;
    private final Configuration snowflake;
    /** The name of the warehouse in which the loaders run. */
    final Expression warehouse;
    /** The name of the role that reads all sources. */
    final Expression reader;

    PlanReferences(DataSourcePlan plan, Configuration snowflake) {
        this.plan = plan;
        this.snowflake = snowflake;
        this.warehouse = shared("warehouse", plan.platform().warehouse(), "warehouse");
        this.reader = shared("role", plan.platform().sourcesReaderRole(), "sourcesReaderRole");
    }

    /**
     * An expression for something that somebody else makes, or another block of the plan.
     *
     * @param text the expression
     * @param obstacles why Terraform would refuse it
     * @param findings what to know of it
     */
    record Expression(String text, List<Obstacle> obstacles, List<Finding> findings) {}

    /** The name of the loader's database. */
    Expression database() {
        String label = plan.names().databaseModule();
        return snowflake
                .module(label)
                .map(call -> outputOf(call, "module." + label, "database_name"))
                .orElseGet(() ->
                        output("module." + label, snowflake.contract("snowflake_database").source, "database_name"));
    }

    /** The name of a source's schema. */
    Expression schema(Source source) {
        String label = plan.names().schemaModule(source);
        return snowflake
                .module(label)
                .map(call -> outputOf(call, "module." + label, "schema_name"))
                .orElseGet(
                        () -> output("module." + label, snowflake.contract("snowflake_schema").source, "schema_name"));
    }

    /** The role of a new loader's user. */
    Expression loaderRole() {
        String label = plan.names().userModule().orElseThrow();
        return output("module." + label, snowflake.contract("snowflake_user").source, "user_default_role");
    }

    /** A module of the platform's, by the runbook's label, else by what it makes. */
    private Expression shared(String kind, String name, String setting) {
        String label = kind + "_" + name.toLowerCase(Locale.ROOT);
        String argument = kind + "_name";
        Optional<LocatedBlock> labelled = snowflake.module(label);
        List<LocatedBlock> candidates = labelled.map(List::of).orElseGet(() -> snowflake.blocks("module"));
        for (LocatedBlock call : candidates) {
            Optional<String> address = addressOf(call, argument, name);
            if (labelled.isPresent() || address.isPresent()) {
                return outputOf(call, address.orElse("module." + label), argument);
            }
        }
        Finding undeclared = Finding.act(
                "terraform.undeclared",
                Scope.loader(plan.loader().name()),
                "There is no module \"" + label + "\" in " + snowflake.shownFolder() + ", and none with " + argument
                        + " = \"" + name + "\", to which the emitted text refers: declare it, or say what it is called"
                        + " here.",
                "platform." + setting + "(\"...\")");
        return new Expression("module." + label + "." + argument, List.of(), List.of(undeclared));
    }

    /** A call, with a key where it makes several, that makes what has a name. */
    private Optional<String> addressOf(LocatedBlock call, String argument, String name) {
        return call.value(argument)
                .flatMap(expression -> BlockInstance.of(call, snowflake).orElse(List.of()).stream()
                        .filter(one -> one.string(expression).stream().anyMatch(name::equalsIgnoreCase))
                        .map(one -> "module." + call.label()
                                + one.key()
                                        .map(key -> "[" + HclString.encode(key) + "]")
                                        .orElse(""))
                        .findFirst());
    }

    /** An output of somebody's call; a reference to one of several needs its key. */
    private Expression outputOf(LocatedBlock call, String address, String output) {
        Expression one = output(address, call.literal("source").orElse(""), output);
        return call.isRepeated() && !address.endsWith("]")
                ? new Expression(one.text(), List.of(withoutKey(call)), List.of())
                : one;
    }

    /** An output; where the module does not have it, the one that likely is it. */
    private Expression output(String address, String source, String output) {
        Optional<Configuration> module = snowflake.moduleFiles(source).filter(Configuration::isKnown);
        List<String> declared = module.map(files ->
                        files.blocks("output").stream().map(LocatedBlock::label).toList())
                .orElse(List.of(output));
        if (declared.contains(output)) {
            return new Expression(address + "." + output, List.of(), List.of());
        }
        Optional<String> name = likely(output, declared);
        return new Expression(
                address + "." + name.orElse(output), List.of(missing(module.orElseThrow(), output, name)), List.of());
    }

    private static Optional<String> likely(String output, List<String> declared) {
        String noun = output.substring(0, output.indexOf('_'));
        return Optional.ofNullable(
                new LikelyNames(noun).of(Map.of(output, declared)).get(output));
    }

    private static Obstacle missing(Configuration module, String output, Optional<String> likely) {
        String said =
                "The module in " + module.folder() + " has no output \"" + output + "\", to which the block refers.";
        return new Obstacle(
                module.file("outputs.tf"),
                new Diagnostic(
                        ModuleContract.CODE,
                        0,
                        said
                                + likely.map(name ->
                                                " The block to paste has \"" + name + "\" for it, which is likely.")
                                        .orElse(""),
                        likely.isPresent()
                                ? "Check that this is what it means, and paste the block."
                                : "Add it to the module, or paste the block with another reference."),
                likely.isEmpty());
    }

    private static Obstacle withoutKey(LocatedBlock call) {
        return new Obstacle(
                call.file(),
                new Diagnostic(
                        ModuleContract.CODE,
                        call.block().line(),
                        call.called() + " stands for several, of which the block refers to one without its key.",
                        "Paste the block with the key, such as [0] or [\"DLT\"], behind the module's name."),
                true);
    }
}
