package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.headwater.document.HclAttribute;
import dev.headwater.document.HclBlock;
import dev.headwater.document.HclFile;
import dev.headwater.examples.Command;
import dev.headwater.examples.LocalRun;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Source;
import dev.headwater.render.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of every format, some of them uploaded by the emitted pipeline, go where the emitted stages look, into tables
 * with the emitted columns, as the emitted pipes say; dbt builds, tests and finds fresh what has come.
 */
class SnowpipeDbtTest {

    private static final String FAR_FROM_UTC = "America/New_York";
    private static final Pattern LOADED = Pattern.compile("(\\w+) = METADATA\\$START_SCAN_TIME");
    private static final Pattern FROM_FILE = Pattern.compile("(\\w+) = METADATA\\$FILENAME");
    private static final Pattern SELECTED = Pattern.compile("\\((\\w+), (\\w+), (\\w+)\\)\\s+FROM \\(");

    @BeforeEach
    void python() {
        Tool.PYTHON.needed();
    }

    @Test
    void filesOfEveryFormatArriveInStaging(@TempDir Path temporary) throws IOException {
        Path bucket = temporary.resolve("bucket");
        LocalRun run = new LocalRun(temporary.resolve("run"), "SNOWPIPE");
        file(bucket, "settlements/payouts/one.jsonl", """
                {"id": "p1", "amount": 12.5, "meta": {"currency": "EUR"}, "paidAt": "2026-01-16T04:30:00+00:00", "new": 1}
                {"ID": "p2", "Amount": 13, "paidAt": "2026-01-16T06:30:00+02:00"}
                """);
        file(bucket, "settlements/fees/one.csv", """
                Fee (EUR);Größe;BOOKED_ON;is_final
                1.5;'a; b';2026-01-16;true
                NULL;groß;2026-01-17;false
                """);
        Path parquet = bucket.resolve("settlements/rates/one.parquet");
        Files.createDirectories(parquet.getParent());
        Command.in(temporary, run.pipelines().program("python"), "-c", """
                        import duckdb
                        duckdb.sql("copy (select 1.25::double as rate, 2 as digits, "
                            "timestamp '2026-01-16 04:30:00' as valid_from, {'a': 1} as details) to '%s' (format parquet)")
                        """.formatted(parquet))
                .run()
                .orFail();
        file(bucket, "clickstream/clicks/one.jsonl", """
                {"id": "c1", "clickedAt": "2026-01-16T04:30:00+00:00", "context": {"page": {"path": "/"}}}
                """);
        file(bucket, "clickstream/other/one.jsonl", "{\"id\": \"none of ours\"}\n");

        load(Scenario.SNOWPIPE, bucket, run, temporary);
        build(Scenario.SNOWPIPE, run, temporary);

        assertThat(staged(run, "select payout_id, amount, currency, paid_at from $.stg_snowpipe__payouts order by 1"))
                .containsExactly(
                        "p1 | 12.500000000 | EUR | 2026-01-16 04:30:00",
                        "p2 | 13.000000000 | None | 2026-01-16 04:30:00");
        assertThat(staged(run, "select fee_eur, booked_on, is_final from $.stg_snowpipe__fees order by 2"))
                .containsExactly("1.500000000 | 2026-01-16 | True", "None | 2026-01-17 | False");
        assertThat(staged(run, "select rate, digits, valid_from, details from $.stg_snowpipe__rates"))
                .containsExactly("1.25 | 2 | 2026-01-16 04:30:00 | {\"a\": 1}");
        assertThat(staged(run, "select click_id, page, clicked_at from $.stg_snowpipe__clicks"))
                .containsExactly("c1 | / | 2026-01-16 04:30:00");
    }

    @Test
    void whatThePipelineUploadsIsWhatThePipesLoad(@TempDir Path temporary) throws IOException {
        Scenario scenario = Scenario.SNOWPIPE_UPLOADED;
        scenario.applied();
        Path bucket = temporary.resolve("bucket");
        LocalRun run = new LocalRun(temporary.resolve("run"), "SNOWPIPE");
        AtomicReference<String> rates = new AtomicReference<>("""
                {"data": [
                  {"rateId": 1, "rate": 1.25, "updatedAt": "2026-01-16T04:30:00Z", "pair": {"base": "EUR", "quoteName": "USD"}},
                  {"rateId": 2, "rate": 2, "updatedAt": "2026-01-16T05:30:00Z", "pair": {"base": "GBP"}, "tags": ["a"]}
                ]}""");
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            boolean isRates = exchange.getRequestURI().getPath().endsWith("/rates");
            byte[] answer = (isRates ? Objects.requireNonNull(rates.get()) : "{\"data\": [{\"code\": \"EUR\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        api.start();
        Map<String, String> own = Map.of(
                "SOURCES__ECB_RATES__ECB_RATES_BASE_URL",
                "http://127.0.0.1:" + api.getAddress().getPort() + "/",
                "SOURCES__ECB_RATES__ACCESS_TOKEN",
                "secret",
                "SOURCES__ECB_RATES__BUCKET_URL",
                bucket.toString());
        try {
            run.module(scenario.dataPipelines(), "pipelines.ecb_rates", own).orFail();
            rates.set("""
                    {"data": [{"rateId": 3, "rate": 3, "updatedAt": "2026-01-17T05:30:00Z", "pair": {"base": "CHF"}}]}""");
            failAfterTheUpload(bucket, () -> run.module(scenario.dataPipelines(), "pipelines.ecb_rates", own));
            run.module(scenario.dataPipelines(), "flows.ecb_rates", own).orFail();
            Matrix.proved(scenario, Judge.PROCESS, Judge.LOOPBACK);
        } finally {
            api.stop(0);
        }

        load(scenario, bucket, run, temporary);
        build(scenario, run, temporary);

        assertThat(staged(run, "select rate_id, base, rate, updated_at from $.stg_snowpipe__rates order by 1"))
                .containsExactly(
                        "1 | EUR | 1.25 | 2026-01-16 04:30:00",
                        "2 | GBP | 2.0 | 2026-01-16 05:30:00",
                        "3 | CHF | 3.0 | 2026-01-17 05:30:00");
        assertThat(staged(run, "select code, count(*) from $.stg_snowpipe__currencies group by 1"))
                .containsExactly("EUR | 3");
    }

    /** Twice: the second run finds what the first one has uploaded, and must not upload it anew. */
    private static void failAfterTheUpload(Path bucket, Supplier<Command.Result> run) throws IOException {
        Path loads = bucket.resolve("ecb_rates/_dlt_loads");
        Path aside = Files.move(loads, bucket.resolve("aside"));
        Files.createFile(loads);
        assertThat(run.get().exitCode()).isNotZero();
        assertThat(run.get().exitCode()).isNotZero();
        Files.delete(loads);
        Files.move(aside, loads);
    }

    private static void file(Path bucket, String key, String text) throws IOException {
        Path file = bucket.resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(key.endsWith(".csv") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }

    private static List<String> staged(LocalRun run, String sql) {
        return run.rows(run.target(), sql.replace("$", "main_staging"));
    }

    private static void load(Scenario scenario, Path bucket, LocalRun run, Path temporary) throws IOException {
        scenario.applied();
        Path script = temporary.resolve("snowpipe_copy.py");
        try (InputStream in = SnowpipeDbtTest.class.getResourceAsStream("/python/snowpipe_copy.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        Path tables = Files.writeString(temporary.resolve("tables.json"), tables(scenario));
        Command.in(
                        temporary,
                        run.pipelines().program("python"),
                        script.toString(),
                        run.raw().toString(),
                        bucket.toString(),
                        tables.toString())
                .run()
                .orFail();
    }

    /** What the emitted blocks say of each table, as JSON. */
    private static String tables(Scenario scenario) throws IOException {
        List<HclBlock> blocks = HclFile.parse(
                        Files.readString(scenario.terraform().resolve("snowflake/config/snowpipe.tf")))
                .blocks();
        List<String> tables = new ArrayList<>();
        for (Source source : scenario.plan().sources()) {
            for (var table : source.tables()) {
                String label = "snowpipe_" + source.name() + "__" + table.name();
                tables.add(table(
                        scenario.plan().names().schema(source),
                        blocks.stream()
                                .filter(block -> block.labels().get(1).equals(label))
                                .collect(
                                        Collectors.toMap(block -> block.labels().get(0), block -> block))));
            }
        }
        return "[" + String.join(",\n", tables) + "]";
    }

    private static String table(String schema, Map<String, HclBlock> blocks) {
        HclBlock table = Objects.requireNonNull(blocks.get("snowflake_table"));
        HclBlock pipe = Objects.requireNonNull(blocks.get("snowflake_pipe"));
        HclBlock format = blocks.entrySet().stream()
                .filter(block -> block.getKey().startsWith("snowflake_file_format_"))
                .findFirst()
                .orElseThrow()
                .getValue();
        String url = literal(Objects.requireNonNull(blocks.get("snowflake_stage_external_s3")), "url");
        String copy = pipe.attribute("copy_statement").orElseThrow().expression();
        Matcher selected = SELECTED.matcher(copy);
        boolean isRecord = selected.find();
        String columns = table.blocks().stream()
                .map(column ->
                        JsonString.encode(literal(column, "name")) + ": " + JsonString.encode(literal(column, "type")))
                .collect(Collectors.joining(", ", "{", "}"));
        String dialect = format.attributes().stream()
                .filter(attribute -> !Stream.of("provider", "database", "schema", "name", "depends_on")
                        .toList()
                        .contains(attribute.name()))
                .map(attribute -> JsonString.encode(attribute.name()) + ": " + attribute.expression())
                .collect(Collectors.joining(", ", "{", "}"));
        return """
                {"schema": "%s", "name": "%s", "prefix": "%s", "format": "%s", "columns": %s, "dialect": %s,
                 "record": %s, "loaded_at": "%s", "source_file": "%s"}""".formatted(
                        schema,
                        literal(table, "name"),
                        url.substring(("s3://" + SnowpipePlans.BUCKET + "/").length()),
                        format.labels().get(0).replace("snowflake_file_format_", ""),
                        columns,
                        dialect,
                        isRecord ? "\"" + selected.group(1) + "\"" : "null",
                        isRecord ? selected.group(2) : first(LOADED, copy),
                        isRecord ? selected.group(3) : first(FROM_FILE, copy));
    }

    private static String literal(HclBlock block, String attribute) {
        return block.attribute(attribute).flatMap(HclAttribute::literal).orElseThrow();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static void build(Scenario scenario, LocalRun run, Path temporary) throws IOException {
        Path project = temporary.resolve("dbt-transform");
        DuckDbSql.copy(scenario, project);
        DataSourcePlan plan = scenario.plan();
        List<String> build = new ArrayList<>(List.of("--warn-error", "build", "--select"));
        for (Source source : plan.sources()) {
            source.tables().forEach(table -> build.add(plan.names().stagingModel(source, table)));
        }
        run.dbt(project, FAR_FROM_UTC, build).orFail();
        for (Source source : plan.sources()) {
            String name = "source:" + plan.names().dbtSource(source);
            run.dbt(project, FAR_FROM_UTC, List.of("--warn-error", "source", "freshness", "--select", name))
                    .orFail();
        }
        Matrix.proved(scenario, Judge.DBT_BUILD, Judge.DBT_FRESHNESS);
    }
}
