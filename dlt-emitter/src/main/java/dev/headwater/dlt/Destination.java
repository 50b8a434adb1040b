package dev.headwater.dlt;

import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.platform.Deviation;
import dev.headwater.platform.Folder;
import dev.headwater.render.MarkdownText;
import dev.headwater.render.PythonLine;
import dev.headwater.render.PythonString;
import dev.headwater.render.Template;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a source's pipeline puts its rows: into Snowflake, or as files into the bucket from which Snowpipe loads. */
final class Destination {

    private static final Template PIPELINE = template("pipeline.py.tmpl");
    private static final Template UPLOAD = template("upload.py.tmpl");

    private final DataSourcePlan plan;
    private final Source source;
    private final String module;
    private final Optional<Snowpipe<?>> snowpipe;

    Destination(DataSourcePlan plan, Source source) {
        this.plan = plan;
        this.source = source;
        this.module = plan.names().module(source);
        this.snowpipe = source.method() instanceof Snowpipe<?> method ? Optional.of(method) : Optional.empty();
    }

    private static Template template(String name) {
        return Template.read(Destination.class.getResourceAsStream(name), name);
    }

    /** The API that a pipeline of dlt reads for a source; empty where none does. */
    static Optional<RestApi> api(Source source) {
        Object reader = source.method() instanceof Snowpipe<?> snowpipe
                ? snowpipe.uploader().orElse(null)
                : source.method();
        return reader instanceof RestApi api ? Optional.of(api) : Optional.empty();
    }

    boolean isBucket() {
        return snowpipe.isPresent();
    }

    /** What the pipeline needs of dlt. */
    String requirement() {
        return isBucket() ? "dlt[filesystem]>=1.31" : "dlt[duckdb,snowflake]>=1.31";
    }

    /** What a project that has it names. */
    String extra() {
        return isBucket() ? "filesystem" : "snowflake";
    }

    /** How a source keeps nested values: Snowpipe has a table for each folder, dlt would make more of them. */
    String nesting() {
        return isBucket() ? ", max_table_nesting=0" : "";
    }

    String pipeline(String displayName) {
        Map<String, String> values = new HashMap<>(Map.of(
                "display_name", displayName,
                "sources", plan.platform().folder(Folder.SOURCES).replace('/', '.'),
                "source", module));
        if (snowpipe.isPresent()) {
            values.put("bucket_url", bucketUrl(snowpipe.orElseThrow()));
            return PythonLine.wrapped(UPLOAD.render(values));
        }
        values.put("schema", plan.names().schema(source));
        values.put("dataset", dataset());
        return PythonLine.wrapped(PIPELINE.render(values));
    }

    private static String bucketUrl(Snowpipe<?> method) {
        return PythonString.encode("s3://" + method.bucket());
    }

    private String dataset() {
        return plan.platform().asWritten(Deviation.DATASET_CASE) ? plan.names().schema(source) : module;
    }

    /** Rows of a table: variable, secret, key. */
    String credentials() {
        return isBucket()
                ? ""
                : plan.loader().credentialFields().stream()
                        .map(field -> DltSteps.row(
                                "DESTINATION__SNOWFLAKE__CREDENTIALS__" + field.toUpperCase(Locale.ROOT),
                                plan.names().loaderSecret(),
                                field))
                        .collect(Collectors.joining());
    }

    /** What else the worker has to be allowed, as a paragraph of Markdown. */
    String permissions() {
        return snowpipe.map(method -> "The worker's role has to be allowed `s3:ListBucket` on "
                        + MarkdownText.code("arn:aws:s3:::" + method.bucket())
                        + ", and `s3:GetObject`, `s3:PutObject` and `s3:DeleteObject` on "
                        + MarkdownText.code("arn:aws:s3:::" + method.bucket() + "/" + module + "/*") + ".\n\n")
                .orElse("");
    }

    /** The variables of a local run that reaches no account (RB12). */
    String localRun() {
        return isBucket() ? DltSteps.variable(module, "bucket_url") + "=\"$PWD/local_files\" \\\n" : """
                DESTINATION__SNOWFLAKE__DESTINATION_TYPE=duckdb \\
                DESTINATION__SNOWFLAKE__CREDENTIALS=local_test.duckdb \\
                """;
    }
}
