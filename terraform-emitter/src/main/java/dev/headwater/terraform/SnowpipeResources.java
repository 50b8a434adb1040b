package dev.headwater.terraform;

import dev.headwater.document.TerraformDirectory.LocatedBlock;
import dev.headwater.emit.Emission;
import dev.headwater.emit.Finding;
import dev.headwater.emit.Fragment;
import dev.headwater.emit.Fragment.Obstacle;
import dev.headwater.emit.Scope;
import dev.headwater.method.FileFormat;
import dev.headwater.method.FileFormat.Csv;
import dev.headwater.method.FileFormat.Parquet;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.problem.Diagnostic;
import dev.headwater.render.HclString;
import dev.headwater.render.Template;
import dev.headwater.terraform.PlanReferences.Expression;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    static String label(DataSourcePlan plan, Source source, Table table) {
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
        new SnowpipeProvider(plan, existing, provider, out).emit();
    }

    private boolean isByModule(Table table) {
        return new PipeModule(module, snowpipe, loadedAt()).carries(format(table));
    }

    private FileFormat format(Table table) {
        return files(table).format();
    }

    private Snowpipe.Files files(Table table) {
        return snowpipe.files(source, table, names).orElseThrow();
    }

    private String loadedAt() {
        return new TargetTable(plan, source).loadedAt();
    }

    private String pipe(Table table) {
        return (isByModule(table) ? "module." : "snowflake_pipe.") + label(plan, source, table);
    }

    private void emit(Table table) {
        TargetTable target = new TargetTable(plan, source);
        Fragment made = Fragment.hclBlock(
                        scope,
                        snowflake.file(FILE),
                        rendered(
                                Templates.TARGET_TABLE,
                                table,
                                Map.of(
                                        "name", HclString.encode(TargetTable.stored(table)),
                                        "comment", HclString.encode(table.description()),
                                        "columns", target.columns(table) + afterSchema)))
                .holdingData();
        out.fragment(made.obstructedBy(obstacles()));
        if (isByModule(table)) {
            module(table);
            return;
        }
        if (module.isReadable()) {
            out.finding(Finding.act(
                    "snowpipe.module",
                    scope,
                    "The module snowflake_snowpipe ("
                            + module.folder.orElseThrow().shownFolder()
                            + ") cannot carry the format and the load time of these files, so plain resources are"
                            + " emitted. It could with " + PipeModule.shape(snowpipe, loadedAt()) + "."));
        }
        format(table, format(table));
        out.fragment(Fragment.hclBlock(
                        scope,
                        snowflake.file(FILE),
                        rendered(
                                Templates.STAGE,
                                table,
                                Map.of(
                                        "name", HclString.encode(Snowpipe.object(table, "stage")),
                                        "url", url(table),
                                        "integration", integration.expression(),
                                        "format", formatType(format(table)) + "." + label(plan, source, table))))
                .obstructedBy(obstacles())
                .obstructedBy(otherStages(table)));
        block(
                FILE,
                rendered(
                        Templates.PIPE,
                        table,
                        Map.of(
                                "name", HclString.encode(Snowpipe.object(table, "pipe")),
                                "copy", target.copy(table, formatType(format(table)), label(plan, source, table)))));
    }

    private String location(Table table) {
        return "s3://" + snowpipe.bucket() + "/" + files(table).prefix();
    }

    private String url(Table table) {
        return HclString.encode(location(table));
    }

    /** Files that another pipe may load as well would be there twice. */
    private List<Obstacle> otherStages(Table table) {
        String url = location(table);
        return Stream.of("snowflake_stage_external_s3", "snowflake_stage")
                .flatMap(type -> snowflake.resources(type).stream())
                .filter(stage -> stage.literal("url")
                        .map(other -> other.endsWith("/") ? other : other + "/")
                        .filter(other -> other.startsWith(url) || url.startsWith(other))
                        .isPresent())
                .filter(this::isLoaded)
                .map(stage -> new Obstacle(
                        stage.file(),
                        new Diagnostic(
                                "snowpipe.location",
                                stage.block().line(),
                                "A pipe loads from " + stage.called() + ", which has files of " + url + " as well.",
                                "Give the two different folders, or leave one out."),
                        false))
                .toList();
    }

    private boolean isLoaded(LocatedBlock stage) {
        return snowflake.resources("snowflake_pipe").stream()
                .flatMap(pipe -> pipe.block().attribute("copy_statement").stream())
                .anyMatch(copy -> copy.expression().contains(stage.address() + "."));
    }

    private void module(Table table) {
        ModuleBlock block = new ModuleBlock(Templates.PIPE_MODULE.render(Map.of(
                "label", label(plan, source, table),
                "database", database.text(),
                "schema", schema.text(),
                "name", HclString.encode(TargetTable.stored(table)),
                "url", url(table),
                "integration", integration.expression(),
                "table", "snowflake_table." + label(plan, source, table) + ".name",
                "format", HclString.encode(typeOf(format(table)).toUpperCase(Locale.ROOT)))));
        ModuleCall call = new ModuleCall(module, block, Set.of());
        call.findings(scope).forEach(out::finding);
        out.fragment(Fragment.hclBlock(scope, snowflake.file(FILE), call.text())
                .obstructedBy(call.obstacles())
                .obstructedBy(obstacles()));
    }

    private void format(Table table, FileFormat format) {
        block(
                FILE,
                rendered(
                        Templates.FILE_FORMAT,
                        table,
                        Map.of(
                                "type", formatType(format),
                                "name", HclString.encode(Snowpipe.object(table, "format")),
                                "dialect", dialect(format) + afterSchema)));
    }

    /** The name of a format in Snowflake's resources. */
    static String typeOf(FileFormat format) {
        return format instanceof Csv ? "csv" : format instanceof Parquet ? "parquet" : "json";
    }

    private static String formatType(FileFormat format) {
        return "snowflake_file_format_" + typeOf(format);
    }

    /** What differs from Snowflake's own idea of a format. The provider takes switches as texts. */
    private static String dialect(FileFormat format) {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (format instanceof Csv csv) {
            arguments.put("parse_header", "\"true\"");
            arguments.put("error_on_column_count_mismatch", "\"false\"");
            arguments.put("field_delimiter", HclString.encode(csv.delimiter()));
            arguments.put(
                    "field_optionally_enclosed_by", HclString.encode(csv.quote().isEmpty() ? "NONE" : csv.quote()));
            arguments.put("escape_unenclosed_field", "\"NONE\"");
            arguments.put("encoding", HclString.encode(csv.encoding()));
            if (!csv.dates().isEmpty()) {
                arguments.put("date_format", HclString.encode(csv.dates()));
            }
            if (!csv.timestamps().isEmpty()) {
                arguments.put("timestamp_format", HclString.encode(csv.timestamps()));
            }
            if (!csv.nulls().isEmpty()) {
                arguments.put(
                        "null_if",
                        csv.nulls().stream().map(HclString::encode).collect(Collectors.joining(", ", "[", "]")));
            }
        } else if (format instanceof Parquet) {
            arguments.put("use_logical_type", "\"true\"");
        } else {
            arguments.put("strip_outer_array", "\"false\"");
        }
        return ModuleBlock.lines(arguments, "").stripTrailing();
    }

    private String rendered(Template template, Table table, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("label", label(plan, source, table));
        all.put("provider", provider);
        all.put("database", database.text());
        all.put("schema", schema.text());
        return template.render(all);
    }

    private void block(String file, String text) {
        out.fragment(Fragment.hclBlock(scope, snowflake.file(file), text).obstructedBy(obstacles()));
    }

    private List<Obstacle> obstacles() {
        return Stream.of(database.obstacles(), schema.obstacles(), integration.obstacles())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
