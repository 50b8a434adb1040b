package dev.headwater.terraform;

import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.render.HclString;
import dev.headwater.render.Template;
import dev.headwater.terraform.PlanReferences.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * File format, stage, target table and pipe of each table (provider snowflakedb/snowflake 2.18 and later; validated
 * with 2.20): by the platform's module where that can carry them, else as plain resources.
 */
final class SnowpipeResources extends PlanPart {

    static final String SYS_ADMIN = "snowflake.sys_admin";

    private static final String FILE = "snowpipe.tf";

    private final Source source;
    private final Snowpipe<?> snowpipe;
    private final Scope scope;
    private final ModuleContract module;
    private final StorageIntegration integration;
    private final TargetTable target;
    private final Expression database;
    private final Expression schema;
    /** The schema's module also grants what comes to be in it: nothing of the schema may be there before that. */
    private final String afterSchema;

    private final String provider;

    SnowpipeResources(
            DataSourcePlan plan,
            Source source,
            Snowpipe<?> snowpipe,
            ExistingTerraform existing,
            Emission.Builder out) {
        super(plan, existing, out);
        this.source = source;
        this.snowpipe = snowpipe;
        this.scope = scope(source);
        this.module = snowflake.contract("snowflake_snowpipe");
        this.integration = new StorageIntegration(plan, source, snowpipe, existing, out);
        this.target = new TargetTable(plan, source);
        this.database = references.database();
        this.schema = schema();
        this.afterSchema = schema.text().startsWith("module.")
                ? "\n\ndepends_on = [module." + names.schemaModule(source) + "]"
                : "";
        this.provider = new RootProviders(snowflake).likely(SYS_ADMIN);
    }

    /** One that somebody makes elsewhere has no module of the plan's. */
    private Expression schema() {
        boolean isElsewhere = existing.schemas.maker(names.schema(source)).isPresent()
                && snowflake.module(names.schemaModule(source)).isEmpty();
        return isElsewhere
                ? new Expression(HclString.encode(names.schema(source)), List.of(), List.of())
                : references.schema(source);
    }

    /** What a table's blocks are called. */
    private String label(Table table) {
        return plan.loader().name() + "_" + source.name() + "__" + table.name();
    }

    /** The output that tells the queue of a source's pipes. */
    static String channelOutput(DataSourcePlan plan, Source source) {
        return plan.loader().name() + "_" + source.name() + "_notification_channel";
    }

    @Override
    void emit() {
        integration.emit();
        new RootProviders(snowflake)
                .finding("snowflake_pipe", provider, SYS_ADMIN, scope)
                .ifPresent(out::finding);
        List<Table> tables = source.tables();
        tables.forEach(this::emit);
        String first = pipe(tables.get(0));
        // Whichever pipe it is of: all pipes of a bucket have one queue.
        out.fragment(Fragment.hclBlock(
                        scope,
                        snowflake.file("outputs.tf"),
                        Templates.CHANNEL_OUTPUT.render(Map.of(
                                "label",
                                channelOutput(plan, source),
                                "description",
                                HclString.encode(
                                        "Queue of the pipes of " + source.name() + ", for the bucket's notification."),
                                "value",
                                first + ".notification_channel")))
                .once());
    }

    private boolean isByModule(Table table) {
        return new PipeModule(module, snowpipe, target.loadedAt())
                .carries(files(table).format());
    }

    private Snowpipe.Files files(Table table) {
        return snowpipe.files(source, table, names).orElseThrow();
    }

    private String pipe(Table table) {
        return (isByModule(table) ? "module." : "snowflake_pipe.") + label(table);
    }

    private void emit(Table table) {
        out.fragment(block(
                        Templates.TARGET_TABLE,
                        table,
                        Map.of(
                                "name", HclString.encode(TargetTable.stored(table)),
                                "comment", HclString.encode(table.description()),
                                "columns", target.columns(table) + afterSchema))
                .holdingData());
        if (isByModule(table)) {
            callModule(table);
        } else {
            sayWhyNotByModule();
            resources(table);
        }
    }

    private void sayWhyNotByModule() {
        if (module.isReadable()) {
            out.finding(Finding.act(
                    "snowpipe.module",
                    scope,
                    "The module snowflake_snowpipe ("
                            + module.folder.orElseThrow().shownFolder()
                            + ") cannot carry the format and the load time of these files, so plain resources are"
                            + " emitted. It could with " + PipeModule.shape(snowpipe, target.loadedAt()) + "."));
        }
    }

    private void resources(Table table) {
        FormatBlock format = new FormatBlock(files(table).format());
        String label = label(table);
        out.fragment(block(
                Templates.FILE_FORMAT,
                table,
                Map.of(
                        "type", format.resource(),
                        "name", HclString.encode(Snowpipe.object(table, "format")),
                        "dialect", format.arguments() + afterSchema)));
        out.fragment(block(
                        Templates.STAGE,
                        table,
                        Map.of(
                                "name", HclString.encode(Snowpipe.object(table, "stage")),
                                "url", HclString.encode(location(table)),
                                "integration", integration.expression(),
                                "format", format.resource() + "." + label))
                .obstructedBy(new LoadedStages(snowflake).obstacles(location(table))));
        out.fragment(block(
                Templates.PIPE,
                table,
                Map.of(
                        "name", HclString.encode(Snowpipe.object(table, "pipe")),
                        "copy", target.copy(table, format.resource(), label))));
    }

    private String location(Table table) {
        return "s3://" + snowpipe.bucket() + "/" + files(table).prefix();
    }

    private void callModule(Table table) {
        ModuleBlock block = new ModuleBlock(Templates.PIPE_MODULE.render(Map.of(
                "label", label(table),
                "database", database.text(),
                "schema", schema.text(),
                "name", HclString.encode(TargetTable.stored(table)),
                "url", HclString.encode(location(table)),
                "integration", integration.expression(),
                "table", "snowflake_table." + label(table) + ".name",
                "format", HclString.encode(new FormatBlock(files(table).format()).type()))));
        ModuleCall call = new ModuleCall(module, block, Set.of());
        call.findings(scope).forEach(out::finding);
        out.fragment(Fragment.hclBlock(scope, snowflake.file(FILE), call.text())
                .obstructedBy(call.obstacles())
                .obstructedBy(new LoadedStages(snowflake).obstacles(location(table)))
                .obstructedBy(obstacles()));
    }

    private Fragment block(Template template, Table table, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("label", label(table));
        all.put("provider", provider);
        all.put("database", database.text());
        all.put("schema", schema.text());
        return Fragment.hclBlock(scope, snowflake.file(FILE), template.render(all))
                .obstructedBy(obstacles());
    }

    private List<Obstacle> obstacles() {
        return Stream.of(database.obstacles(), schema.obstacles(), integration.obstacles())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
