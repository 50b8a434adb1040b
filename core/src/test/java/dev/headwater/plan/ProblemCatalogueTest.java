package dev.headwater.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Airbyte;
import dev.headwater.method.Authentication.Location;
import dev.headwater.method.FileFormat;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.naming.AwsSecretName;
import dev.headwater.naming.DbtName;
import dev.headwater.naming.DltName;
import dev.headwater.naming.EnvironmentVariable;
import dev.headwater.naming.FileName;
import dev.headwater.naming.KafkaConnectorName;
import dev.headwater.naming.KafkaTopic;
import dev.headwater.naming.NamingRule;
import dev.headwater.naming.PrefectName;
import dev.headwater.naming.PrefectTag;
import dev.headwater.naming.PythonFlowModule;
import dev.headwater.naming.PythonModule;
import dev.headwater.naming.PythonName;
import dev.headwater.naming.S3BucketName;
import dev.headwater.naming.S3Prefix;
import dev.headwater.naming.SnowflakeIdentifier;
import dev.headwater.naming.TerraformLabel;
import dev.headwater.plan.FieldProblemsTest.Strange;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.plan.MethodAnswersTest.Answering;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.problem.InvalidPlanException;
import dev.headwater.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/problems.md} lists every code of a problem with an example and its mend, as they are.
 * {@code -Dheadwater.goldens=write} writes it anew.
 */
class ProblemCatalogueTest {

    private static final Path MAIN = Path.of("src", "main", "java", "dev", "headwater");
    private static final Path DOCUMENT = Path.of("..", "docs", "problems.md");

    /** Where a code is said in main code: as the first argument of what adds a problem or a fault, or as a constant. */
    private static final Pattern SAID = Pattern.compile("(?:(?:problems\\.add|\\badd|new Fault|braces)\\(\\s*\""
            + "|String [A-Z_]+ =\\s*\"(?=name\\.))([a-z]+(?:[.-][a-z0-9-]+)+)\"");

    /** A constraint of Jakarta Validation, whose code is made of its name. */
    private static final Pattern CONSTRAINT = Pattern.compile("jakarta\\.validation\\.constraints\\.(\\w+)");

    private static final String HEAD = """
            # Problems of a plan

            `DataSourcePlan.builder()...problems()` gives all of them at once, sorted by path. Codes are stable; the words
            are examples. A naming rule of `dev.headwater.naming` gives the same codes when it is used on its own; what it
            only cautions against is marked as such, blocks nothing, and is a finding where a plan has it.

            | code | example | mend |
            |---|---|---|
            """;

    private static Stream<DataSourcePlan.Builder> faultyPlans() {
        return Stream.of(
                SmallPlan.valid().removeSource("crm"),
                DataSourcePlan.builder(),
                SmallPlan.column(" ", column -> column.from("x").type(ColumnType.STRING)),
                SmallPlan.source(
                        source -> source.schedule(Schedule.dailyAt("07:00").named("Every day"))),
                SmallPlan.source(source -> source.schedule(Schedule.cron("61 7 * * *"))),
                SmallPlan.source(
                        source -> source.freshness(Freshness.within(Duration.ofHours(2), Duration.ofHours(1)))),
                SmallPlan.table(table -> table.freshness(Freshness.ofRuns())),
                SmallPlan.source(source -> source.choice(MethodChoice.of(known -> known.streams(0)))),
                SmallPlan.loadedBy(Loader.airbyte()),
                SmallPlan.loadedBy(Loader.named("dlt", loader -> loader.credentialFields("role", "role"))),
                SmallPlan.loadedBy(Loader.dlt()
                        .asNew()
                        .with(loader -> loader.credentialFields("sf_account", "sf_user", "PRIVATE_KEY_PEM"))),
                MethodAnswersTest.plan(new Answering("rawField", new RawField("", List.of()))),
                throughAirbyte(),
                throughSnowpipe(),
                SmallPlan.loadedBy(Loader.named("l".repeat(70), loader -> loader.tool("dlt"))),
                SmallPlan.loadedBy(
                        Loader.named("loads", loader -> loader.tool("dlt").loadedAt(LoadedAt.stampedInto("_dlt_id")))),
                SmallPlan.on(platform -> platform.asWritten("RB99")),
                SmallPlan.on(platform -> platform.mute("RB99")),
                SmallPlan.on(platform -> platform.folder(Folder.SOURCES, "my-sources")),
                SmallPlan.on(platform -> platform.workPool(" production")),
                SmallPlan.on(platform -> platform.workPool("prod/1")),
                SmallPlan.table(table -> table.description("A\u0007")),
                SmallPlan.source(source -> source.displayName("two\nlines")),
                SmallPlan.table(table -> table.description("long ".repeat(200_001))),
                SmallPlan.table(table -> table.merge()),
                SmallPlan.table(table -> table.merge("id", "id")),
                SmallPlan.table(table -> table.replace().incremental("at")),
                SmallPlan.table(table -> table.append().primaryKey()),
                SmallPlan.source(source -> source.table(
                        "deals", table -> table.description("One row per deal.").primaryKey("id"))),
                SmallPlan.table(table -> table.incremental("meta..at")),
                SmallPlan.column("a", column -> column.from("id").type(ColumnType.STRING))
                        .changeSource(
                                "crm",
                                RestApi.class,
                                source -> source.table(
                                        "deals",
                                        table -> table.description("One row per deal.")
                                                .from(RestApi.endpoint("deals"))
                                                .merge("id")
                                                .column(
                                                        "x",
                                                        column -> column.from("at")
                                                                .type(ColumnType.STRING))
                                                .column(
                                                        "y",
                                                        column -> column.from("at")
                                                                .type(ColumnType.DATE))
                                                .column(
                                                        "j",
                                                        column ->
                                                                column.from("j").type(ColumnType.JSON))
                                                .column(
                                                        "k",
                                                        column -> column.from("j.k")
                                                                .type(ColumnType.STRING)))),
                SmallPlan.valid().changeSource("shop", RestApi.class, source -> {}),
                SmallPlan.valid().changeSource("crm", Strange.class, source -> {}),
                SmallPlan.sourceNamed("Crm"),
                SmallPlan.sourceNamed("class"),
                SmallPlan.sourceNamed("config"),
                SmallPlan.sourceNamed("json"),
                SmallPlan.sourceNamed("aux"),
                SmallPlan.sourceNamed("public"),
                SmallPlan.sourceNamed("s".repeat(70)),
                SmallPlan.tableNamed("dealStages"),
                SmallPlan.tableNamed("order"),
                SmallPlan.tableNamed("t".repeat(260)),
                SmallPlan.readFrom(RestApi.at("ftp://example.com/")),
                SmallPlan.readFrom(RestApi.at(
                        "https://example.com/", api -> api.apiKey(Location.HEADER, "X-Key", Secret.named("path")))),
                SmallPlan.readFrom(RestApi.at(
                        "https://example.com/", api -> api.apiKey(Location.HEADER, "X: Y", Secret.named("api_key")))),
                SmallPlan.readFrom(
                        RestApi.at("https://example.com/", api -> api.bearerToken(Secret.named("crm_base_url")))),
                SmallPlan.endpoint(endpoint -> endpoint.rows(" ")),
                SmallPlan.endpoint(endpoint -> endpoint.rows("data[")),
                SmallPlan.endpoint(endpoint -> endpoint.paginator(Paginator.offset(0))),
                SmallPlan.endpoint(endpoint ->
                        endpoint.paginator(Paginator.offset(10).withoutTotal().option("stop_after_empty_page", false))),
                SmallPlan.source(source -> source.schedule(Schedule.continuous())),
                SmallPlan.table(table -> table.from(RestApi.endpoint("contacts/{id}"))),
                SmallPlan.endpoint(endpoint -> endpoint.parameter("fields", "{all}")),
                SmallPlan.endpoint(endpoint -> endpoint.cursorParameter("since", "2020-01-01")),
                SmallPlan.endpoint(endpoint ->
                        endpoint.paginator(Paginator.jsonLink("next").option("limit", 5))));
    }

    /** What only a rule on its own says, because in a plan another rule is first. */
    private static DataSourcePlan.Builder throughAirbyte() {
        return DataSourcePlan.builder()
                .loader(Loader.airbyte())
                .source(
                        "crm",
                        Airbyte.connector(
                                "HubSpot",
                                airbyte -> airbyte.sourceType("Hub Spot")
                                        .setting("region", "eu")
                                        .setting("region", "us")
                                        .setting("api_key", "k")
                                        .secret("token", Secret.named("Sk-1"))
                                        .scheduledByAirbyte()),
                        source -> source.schedule(Schedule.cron("0 7 1 * mon"))
                                .table(
                                        "people",
                                        table -> table.description("One row per person.")
                                                .from(Airbyte.stream("contacts").withOwnCursor())
                                                .replace()
                                                .primaryKey("id")));
    }

    private static DataSourcePlan.Builder throughSnowpipe() {
        return DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "crm",
                        Snowpipe.from(
                                "data-lake",
                                snowpipe -> snowpipe.notificationChannel("sf-snowpipe")
                                        .bucketNotification("2 lakes")
                                        .storageRole("snowflake-storage")),
                        source -> source.table(
                                        "people",
                                        table -> table.description("One row per person.")
                                                .from(Snowpipe.files("crm/", FileFormat.csv()))
                                                .replace()
                                                .incremental("updated_at"))
                                .table(
                                        "firms",
                                        table -> table.description("One row per firm.")
                                                .from(Snowpipe.files(
                                                        "crm/firms/",
                                                        FileFormat.csv().quotedBy("`")))
                                                .append()
                                                .primaryKey("id")))
                .source(
                        "shop",
                        Snowpipe.from("data-lake", snowpipe -> snowpipe.oneVariant()),
                        source -> source.table(
                                "orders",
                                table -> table.description("One row per order.")
                                        .from(Snowpipe.files("shop/", FileFormat.csv()))
                                        .append()));
    }

    private static Map<NamingRule, List<String>> faultyNames() {
        return Map.ofEntries(
                Map.entry(new SnowflakeIdentifier(), List.of("lower", "SELECT", "X".repeat(256), "ACCOUNT")),
                Map.entry(new TerraformLabel(), List.of("a b", "x".repeat(256))),
                Map.entry(new DbtName(), List.of("Orders", "x".repeat(231))),
                Map.entry(new DltName(), List.of("a__b", "x".repeat(256))),
                Map.entry(new PythonModule(), List.of("2fa", "class", "run", "x".repeat(65))),
                Map.entry(new PythonName(), List.of("2fa", "None")),
                Map.entry(new PythonFlowModule(), List.of("json")),
                Map.entry(new FileName(), List.of("a?b", "a.", "nul.txt")),
                Map.entry(new PrefectName(), List.of("", "a/b")),
                Map.entry(new PrefectTag(), List.of("{{ tag }}")),
                Map.entry(new AwsSecretName(), List.of("dlt/größe", "dlt/" + "x".repeat(512), "dlt/crm-abc123")),
                Map.entry(new EnvironmentVariable(), List.of("a b", "PATH")),
                Map.entry(new S3Prefix(), List.of("a b/", "crm", "a//b/", "soap/x/", "x".repeat(800) + "/")),
                Map.entry(new S3BucketName(), List.of("Data Lake", "x".repeat(64), "data-lake-s3alias")),
                Map.entry(new KafkaTopic(), List.of("a b", "x".repeat(250), "__consumer_offsets", "shop.order_lines")),
                Map.entry(new KafkaConnectorName(), List.of("a b", "x".repeat(129))));
    }

    private static Map<String, String> catalogue() {
        Map<String, String> rows = new TreeMap<>();
        faultyPlans()
                .flatMap(plan -> plan.problems().stream())
                .forEach(problem -> rows.putIfAbsent(problem.code(), row(problem)));
        faultyNames()
                .forEach((rule, names) -> names.forEach(name -> {
                    rule.check(name).forEach(fault -> rows.putIfAbsent(fault.code(), row(rule, name, fault)));
                    rule.cautions(name)
                            .forEach(caution -> rows.putIfAbsent(caution.code(), caution(rule, name, caution)));
                }));
        togetherProblems().forEach(problem -> rows.putIfAbsent(problem.code(), row(problem)));
        return rows;
    }

    private static List<Problem> togetherProblems() {
        Platform other = Platform.runbook().with(platform -> platform.warehouse("LOADS"));
        DataSourcePlan plan = SmallPlan.valid().build();
        DataSourcePlan.Builder elsewhere = DataSourcePlan.builder(other).loader(Loader.dlt());
        plan.sources().forEach(elsewhere::source);
        try {
            DataSourcePlan.join(List.of(plan, elsewhere.build()));
            throw new AssertionError("plans for two platforms went together");
        } catch (InvalidPlanException invalid) {
            return invalid.problems();
        }
    }

    private static String row(Problem problem) {
        return row(problem.code(), problem.path() + ": " + problem.message(), problem.hint());
    }

    private static String row(NamingRule rule, String name, NamingRule.Fault fault) {
        String mend =
                rule.suggest(name).map(better -> "Use \"" + better + "\".").orElse("Choose another name.");
        return row(fault.code(), rule.target() + " \"" + name + "\" " + fault.message() + ".", mend);
    }

    private static String caution(NamingRule rule, String name, NamingRule.Fault caution) {
        String example = rule.target() + " \"" + name + "\" " + caution.message() + ".";
        return row(caution.code(), example, "A caution: the name works.");
    }

    private static String row(String code, String example, String mend) {
        return "| `" + code + "` | " + cell(example) + " | " + cell(mend) + " |\n";
    }

    private static String cell(String text) {
        return text.replaceAll("([A-Za-z])\\1{40,}", "$1$1$1...")
                .replace("\\", "\\\\")
                .replace("|", "\\|");
    }

    private static Set<String> saidInMain() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(
                            path -> path.toString().matches(".*/(plan|naming|method|platform|problem)/[^/]+\\.java"))
                    .toList()) {
                String text = Files.readString(file);
                SAID.matcher(text).results().forEach(found -> codes.add(found.group(1)));
                CONSTRAINT
                        .matcher(text)
                        .results()
                        .forEach(found -> codes.add("field." + found.group(1).toLowerCase(Locale.ROOT)));
            }
        }
        return codes;
    }

    @Test
    void theCodesOfMainCodeAreThoseOfTheExamples() throws IOException {
        assertThat(catalogue().keySet()).isEqualTo(saidInMain());
    }

    @Test
    void theDocumentSaysWhatPlansSay() throws IOException {
        String text = HEAD + String.join("", catalogue().values());
        if ("write".equals(System.getProperty("headwater.goldens"))) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(text).isEqualTo(Files.readString(DOCUMENT));
    }
}
