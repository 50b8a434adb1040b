package dev.headwater.plan;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Airbyte;
import dev.headwater.method.AirbyteBuilder;
import dev.headwater.method.Authentication;
import dev.headwater.method.Authentication.Location;
import dev.headwater.method.FileFormat;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.method.SnowpipeBuilder;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.platform.PlatformBuilder;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every factory, constructor and builder method of the domain that takes a value, found by reflection, is in a table
 * with bad values of it, missing text among them, and the problems that they are; nothing throws. What is no text is
 * there: see {@link NothingIsNullTest}.
 */
@SuppressWarnings("NullAway")
class EveryFieldTest {

    private static final String TABLE = "sources[0].tables[0]";
    private static final String COLUMN = TABLE + ".columns[0]";
    private static final String ENDPOINT = TABLE + ".settings";
    private static final String METHOD = "sources[0].method";
    private static final RestApi API = RestApi.at("https://api.example.com/");
    private static final String WHO = METHOD + ".authentication";
    private static final Secret NAMELESS = Secret.named(null);
    private static final Secret A = Secret.named("token_a");
    private static final Secret B = Secret.named("token_b");

    /** Not the method of any source. */
    private abstract static class Other implements IngestionMethod<RestApi.Endpoint> {}

    /** A plan with one bad value, and "code path" of what it is. */
    private record Bad(DataSourcePlan.Builder plan, List<String> problems) {}

    private static Bad bad(DataSourcePlan.Builder plan, String... problems) {
        return new Bad(plan, List.of(problems));
    }

    private static Bad loader(Consumer<Loader.Builder> change, String... problems) {
        return bad(SmallPlan.loadedBy(Loader.dlt().with(change)), problems);
    }

    private static Bad source(Consumer<Source.Builder<RestApi.Endpoint>> change, String... problems) {
        return bad(SmallPlan.source(change), problems);
    }

    private static Bad choice(Consumer<MethodChoice.Builder> known, String... problems) {
        return source(source -> source.choice(MethodChoice.of(known)), problems);
    }

    private static Bad schedule(Schedule schedule, String problem) {
        return source(source -> source.schedule(schedule), problem);
    }

    private static Bad table(Consumer<Table.Builder<RestApi.Endpoint>> change, String... problems) {
        return bad(SmallPlan.table(change), problems);
    }

    private static Bad column(Consumer<Column.Builder> change, String... problems) {
        return bad(
                SmallPlan.column("email", column -> {
                    column.type(ColumnType.STRING);
                    change.accept(column);
                }),
                problems);
    }

    private static Bad api(Consumer<RestApi.Builder> change, String... problems) {
        return bad(SmallPlan.readFrom(RestApi.at("https://api.example.com/", change)), problems);
    }

    private static Bad endpoint(Consumer<RestApi.Endpoint.Builder> change, String... problems) {
        return bad(SmallPlan.endpoint(change), problems);
    }

    private static Bad pages(Paginator paginator, String... problems) {
        return endpoint(endpoint -> endpoint.paginator(paginator), problems);
    }

    private static Bad platform(Consumer<PlatformBuilder> change, String... problems) {
        return bad(SmallPlan.on(change), problems);
    }

    private static Map<String, List<Bad>> table() {
        Map<String, List<Bad>> table = new TreeMap<>();
        table.putAll(ofPlans());
        table.putAll(ofLoaders());
        table.putAll(ofSchedules());
        table.putAll(ofTables());
        table.putAll(ofApis());
        table.putAll(ofEndpoints());
        table.putAll(ofAirbyte());
        table.putAll(ofSnowpipe());
        table.putAll(ofPlatforms());
        return table;
    }

    private static Bad airbyte(Consumer<AirbyteBuilder> change, String... problems) {
        return airbyte(Airbyte.connector("HubSpot", change), Airbyte.stream("contacts"), problems);
    }

    private static Bad airbyte(Airbyte method, Airbyte.Stream stream, String... problems) {
        return bad(
                DataSourcePlan.builder()
                        .loader(Loader.airbyte())
                        .source(
                                "crm",
                                method,
                                source -> source.table(
                                        "contacts",
                                        table -> table.description("One row per contact.")
                                                .from(stream)
                                                .primaryKey("id"))),
                problems);
    }

    private static Map<String, List<Bad>> ofAirbyte() {
        String type = METHOD + ".sourceType";
        String field = METHOD + ".fields[0]";
        return Map.ofEntries(
                entry(
                        "Airbyte.connector",
                        List.of(airbyte(
                                Airbyte.connector(null),
                                Airbyte.stream("contacts"),
                                "field.notblank " + METHOD + ".connector",
                                "field.notblank " + type))),
                entry(
                        "Airbyte.stream",
                        List.of(airbyte(
                                Airbyte.connector("HubSpot"),
                                Airbyte.stream(null),
                                "field.notblank sources[0].tables[0].settings.name"))),
                entry(
                        "AirbyteBuilder.sourceType",
                        List.of(
                                airbyte(a -> a.sourceType(null), "field.notblank " + type),
                                airbyte(a -> a.sourceType("Hub Spot"), "airbyte.source-type " + type))),
                entry(
                        "AirbyteBuilder.destination",
                        List.of(
                                airbyte(a -> a.destination(" "), "field.pattern " + METHOD + ".destination"),
                                airbyte(a -> a.destination("a\nb"), "text.line " + METHOD + ".destination"))),
                entry(
                        "AirbyteBuilder.setting",
                        List.of(
                                airbyte(a -> a.setting(null, "x"), "field.notblank " + field + ".path"),
                                airbyte(a -> a.setting("a..b", "x"), "airbyte.configuration " + field),
                                airbyte(a -> a.setting("a", "\u0007"), "text.character " + field + ".value"))),
                entry(
                        "AirbyteBuilder.secret",
                        List.of(airbyte(a -> a.secret("a", Secret.named(null)), "airbyte.secret " + field))));
    }

    private static Bad snowpipe(Consumer<SnowpipeBuilder> change, String... problems) {
        return files(Snowpipe.from("data-lake", change), "crm/", FileFormat.jsonLines(), problems);
    }

    private static Bad csv(FileFormat format, String... problems) {
        return files(Snowpipe.from("data-lake"), "crm/", format, problems);
    }

    private static Bad files(Snowpipe<Snowpipe.Files> method, String prefix, FileFormat format, String... problems) {
        return bad(
                DataSourcePlan.builder()
                        .loader(Loader.snowpipe())
                        .source(
                                "crm",
                                method,
                                source -> source.table(
                                        "contacts",
                                        table -> table.description("One row per contact.")
                                                .from(Snowpipe.files(prefix, format))
                                                .append()
                                                .primaryKey("id"))),
                problems);
    }

    private static Map<String, List<Bad>> ofSnowpipe() {
        String settings = "sources[0].tables[0].settings";
        String format = settings + ".format";
        return Map.ofEntries(
                entry(
                        "Snowpipe.from",
                        List.of(
                                files(
                                        Snowpipe.from(null),
                                        "crm/",
                                        FileFormat.jsonLines(),
                                        "field.notblank " + METHOD + ".bucket"),
                                files(
                                        Snowpipe.from("Data Lake"),
                                        "crm/",
                                        FileFormat.jsonLines(),
                                        "name.s3.bucket " + METHOD + ".bucket"))),
                entry(
                        "Snowpipe.files",
                        List.of(files(
                                Snowpipe.from("data-lake"),
                                null,
                                FileFormat.jsonLines(),
                                "name.s3.open " + settings + ".prefix"))),
                entry(
                        "Snowpipe.uploadedBy",
                        List.of(bad(
                                DataSourcePlan.builder()
                                        .loader(Loader.snowpipe())
                                        .source(
                                                "crm",
                                                Snowpipe.from("data-lake").uploadedBy(RestApi.at("ftp://example.com/")),
                                                source -> source.table(
                                                        "contacts",
                                                        table -> table.description("One row per contact.")
                                                                .from(RestApi.endpoint("contacts"))
                                                                .append()
                                                                .primaryKey("id"))),
                                "rest.url " + METHOD + ".baseUrl"))),
                entry(
                        "SnowpipeBuilder.integration",
                        List.of(
                                snowpipe(s -> s.integration(" "), "field.pattern " + METHOD + ".integration"),
                                snowpipe(s -> s.integration("a\nb"), "text.line " + METHOD + ".integration"))),
                entry(
                        "SnowpipeBuilder.storageRole",
                        List.of(snowpipe(s -> s.storageRole("role"), "snowpipe.role " + METHOD + ".storageRole"))),
                entry(
                        "SnowpipeBuilder.bucketNotification",
                        List.of(snowpipe(
                                s -> s.bucketNotification("a b"),
                                "snowpipe.notification-label " + METHOD + ".bucketNotification"))),
                entry(
                        "SnowpipeBuilder.notificationChannel",
                        List.of(snowpipe(
                                s -> s.notificationChannel("arn:aws:sns:eu-west-2:123456789012:topic"),
                                "snowpipe.channel " + METHOD + ".notificationChannel"))),
                entry(
                        "FileFormat.Csv.delimitedBy",
                        List.of(csv(FileFormat.csv().delimitedBy(null), "snowpipe.csv " + format + ".delimiter"))),
                entry(
                        "FileFormat.Csv.quotedBy",
                        List.of(csv(FileFormat.csv().quotedBy("`"), "snowpipe.csv " + format + ".quote"))),
                entry(
                        "FileFormat.Csv.encodedIn",
                        List.of(
                                csv(FileFormat.csv().encodedIn(null), "field.notblank " + format + ".encoding"),
                                csv(FileFormat.csv().encodedIn("utf-8"), "snowpipe.csv " + format + ".encoding"))),
                entry(
                        "FileFormat.Csv.withDates",
                        List.of(csv(FileFormat.csv().withDates("a\nb"), "text.line " + format + ".dates"))),
                entry(
                        "FileFormat.Csv.withTimestamps",
                        List.of(csv(FileFormat.csv().withTimestamps("a\nb"), "text.line " + format + ".timestamps"))),
                entry(
                        "FileFormat.Csv.withNulls",
                        List.of(csv(FileFormat.csv().withNulls("a\nb"), "text.line " + format + ".nulls"))));
    }

    private static Map<String, List<Bad>> ofPlans() {
        return Map.ofEntries(
                entry(
                        "DataSourcePlan.builder",
                        List.of(bad(
                                DataSourcePlan.builder(Platform.runbook()),
                                "field.notempty sources",
                                "field.notnull loader"))),
                entry(
                        "DataSourcePlan.Builder.loader",
                        List.of(bad(SmallPlan.loadedBy(Loader.airbyte()), "method.tool sources[0].method"))),
                entry(
                        "DataSourcePlan.Builder.source",
                        List.of(bad(
                                SmallPlan.valid().source(null, API, source -> {}),
                                "field.notblank sources[1].name",
                                "field.notempty sources[1].tables"))),
                entry(
                        "DataSourcePlan.Builder.changeSource",
                        List.of(
                                bad(
                                        SmallPlan.valid().changeSource(null, RestApi.class, source -> {}),
                                        "source.unknown sources"),
                                bad(
                                        SmallPlan.valid().changeSource("crm", Other.class, source -> {}),
                                        "source.method sources"))),
                entry(
                        "DataSourcePlan.Builder.method",
                        List.of(
                                bad(SmallPlan.valid().method(null, API), "source.unknown sources"),
                                bad(
                                        SmallPlan.valid().method("crm", RestApi.at("ftp://x.example/")),
                                        "rest.url sources[0].method.baseUrl"))),
                entry(
                        "DataSourcePlan.Builder.removeSource",
                        List.of(bad(SmallPlan.valid().removeSource("crm"), "field.notempty sources"))),
                entry("Source.of", List.of(bad(SmallPlan.sourceNamed(" "), "field.notblank sources[0].name"))),
                entry(
                        "Source.with",
                        List.of(bad(
                                DataSourcePlan.builder()
                                        .loader(Loader.dlt())
                                        .source(SmallPlan.valid()
                                                .build()
                                                .sources()
                                                .get(0)
                                                .with(RestApi.at(""))),
                                "field.notblank " + METHOD + ".baseUrl"))),
                entry(
                        "Source.Builder.displayName",
                        List.of(
                                source(source -> source.displayName("a\nb"), "text.line sources[0].displayName"),
                                source(source -> source.displayName("a\0b"), "text.character sources[0].displayName"))),
                entry(
                        "Source.Builder.schedule",
                        List.of(source(
                                source -> source.schedule(Schedule.continuous()),
                                "rest.schedule sources[0].schedule"))),
                entry(
                        "Source.Builder.freshness",
                        List.of(source(
                                source -> source.freshness(Freshness.within(Duration.ZERO, Duration.ofHours(1))),
                                "freshness.invalid sources[0].freshness"))),
                entry(
                        "Source.Builder.choice",
                        List.of(source(
                                source -> source.choice(MethodChoice.of(known -> {})),
                                "choice.invalid sources[0].choice"))),
                entry(
                        "MethodChoice.of",
                        List.of(choice(
                                known -> known.streams(-1).freshWithin(Duration.ZERO),
                                "choice.invalid sources[0].choice.freshWithin",
                                "choice.invalid sources[0].choice.streams"))),
                entry(
                        "MethodChoice.Builder.streams",
                        List.of(choice(known -> known.streams(0), "choice.invalid sources[0].choice.streams"))),
                entry(
                        "MethodChoice.Builder.freshWithin",
                        List.of(choice(
                                known -> known.freshWithin(Duration.ofSeconds(-1)),
                                "choice.invalid sources[0].choice.freshWithin"))),
                entry(
                        "Freshness.within",
                        List.of(
                                source(
                                        source -> source.freshness(
                                                Freshness.within(Duration.ofHours(2), Duration.ofHours(1))),
                                        "freshness.invalid sources[0].freshness"),
                                source(
                                        source -> source.freshness(
                                                Freshness.within(Duration.ofSeconds(90), Duration.ofHours(1))),
                                        "freshness.invalid sources[0].freshness"),
                                source(
                                        source -> source.freshness(Freshness.within(
                                                Duration.ofHours(1), Duration.ofSeconds(Long.MAX_VALUE))),
                                        "freshness.invalid sources[0].freshness"))),
                entry(
                        "Freshness.ofRuns",
                        List.of(source(
                                source -> source.freshness(Freshness.ofRuns(Duration.ofHours(-1), Duration.ofHours(1))),
                                "freshness.invalid sources[0].freshness"))),
                entry(
                        "Source.Builder.table",
                        List.of(source(
                                source -> source.table(null, table -> {}),
                                "field.notblank sources[0].tables[1].description",
                                "field.notblank sources[0].tables[1].name",
                                "table.columns.missing sources[0].tables[1].columns",
                                "table.settings sources[0].tables[1].settings"))),
                entry(
                        "Source.Builder.removeTable",
                        List.of(source(source -> source.removeTable("contacts"), "field.notempty sources[0].tables"))),
                entry(
                        "Source.Builder.mute",
                        List.of(
                                source(source -> source.mute((String) null), "field.notblank sources[0].muted"),
                                source(source -> source.mute("RB99"), "mute.unknown sources[0].muted"))));
    }

    private static Map<String, List<Bad>> ofLoaders() {
        return Map.ofEntries(
                entry(
                        "Loader.named",
                        List.of(
                                bad(
                                        SmallPlan.loadedBy(Loader.named(null, l -> l.tool("dlt"))),
                                        "field.notblank loader.name"),
                                bad(
                                        SmallPlan.loadedBy(Loader.named("fivetran", loader -> {})),
                                        "method.tool sources[0].method"))),
                entry("Loader.with", List.of(loader(loader -> loader.tool("other"), "method.tool sources[0].method"))),
                entry(
                        "Loader.Builder.displayName",
                        List.of(loader(loader -> loader.displayName("a\tb"), "text.line loader.displayName"))),
                entry("Loader.Builder.tool", List.of(loader(loader -> loader.tool(" "), "field.pattern loader.tool"))),
                entry(
                        "Loader.Builder.database",
                        List.of(
                                loader(loader -> loader.database(""), "field.pattern loader.database"),
                                loader(loader -> loader.database("a b"), "name.snowflake.character loader.database"))),
                entry(
                        "Loader.Builder.serviceAccount",
                        List.of(
                                loader(loader -> loader.serviceAccount(""), "field.pattern loader.serviceAccount"),
                                loader(
                                        loader -> loader.serviceAccount("SELECT"),
                                        "name.snowflake.reserved loader.serviceAccount"))),
                entry(
                        "Loader.Builder.loadedAt",
                        List.of(loader(
                                loader -> loader.loadedAt(LoadedAt.writtenTo("")),
                                "field.pattern loader.loadedAt.column"))),
                entry(
                        "Loader.Builder.credentialFields",
                        List.of(
                                loader(loader -> loader.credentialFields(), "field.notempty loader.credentialFields"),
                                loader(
                                        loader -> loader.credentialFields("role", null),
                                        "field.pattern loader.credentialFields[1]"),
                                loader(
                                        loader -> loader.credentialFields("role", "role"),
                                        "loader.credentials.twice loader.credentialFields[1]"))),
                entry(
                        "LoadedAt.writtenTo",
                        List.of(loader(
                                loader -> loader.loadedAt(LoadedAt.writtenTo(null)),
                                "field.pattern loader.loadedAt.column"))),
                entry(
                        "LoadedAt.stampedInto",
                        List.of(
                                loader(
                                        loader -> loader.loadedAt(LoadedAt.stampedInto(null)),
                                        "field.pattern loader.loadedAt.column"),
                                loader(
                                        loader -> loader.loadedAt(LoadedAt.stampedInto("_dlt_id")),
                                        "name.dlt.internal loader.loadedAt"))),
                entry(
                        "LoadedAt.expression",
                        List.of(
                                loader(
                                        loader -> loader.loadedAt(LoadedAt.expression(null)),
                                        "field.pattern loader.loadedAt.expression"),
                                loader(
                                        loader -> loader.loadedAt(LoadedAt.expression("a\0")),
                                        "text.character loader.loadedAt"))),
                entry(
                        "LoadedAt.query",
                        List.of(
                                loader(
                                        loader -> loader.loadedAt(LoadedAt.query(" ")),
                                        "field.pattern loader.loadedAt.query"),
                                loader(
                                        loader -> loader.loadedAt(LoadedAt.query("a\0")),
                                        "text.character loader.loadedAt"))));
    }

    private static Map<String, List<Bad>> ofSchedules() {
        String invalid = "schedule.invalid sources[0].schedule";
        return Map.ofEntries(
                entry("Schedule.hourlyAt", List.of(schedule(Schedule.hourlyAt(-1), invalid))),
                entry(
                        "Schedule.dailyAt",
                        List.of(
                                schedule(Schedule.dailyAt(null), invalid),
                                schedule(Schedule.dailyAt("24:00"), invalid))),
                entry("Schedule.weeklyOn", List.of(schedule(Schedule.weeklyOn(DayOfWeek.MONDAY, null), invalid))),
                entry(
                        "Schedule.monthlyOn",
                        List.of(
                                schedule(Schedule.monthlyOn(Integer.MAX_VALUE, "07:00"), invalid),
                                schedule(Schedule.monthlyOn(0, "07:00"), invalid))),
                entry(
                        "Schedule.cron",
                        List.of(
                                schedule(Schedule.cron(null), invalid),
                                schedule(Schedule.cron("* * * * * *"), invalid),
                                schedule(Schedule.cron("99999999999999999999 * * * *"), invalid))),
                entry("Schedule.in", List.of(schedule(Schedule.dailyAt("07:00").in(null), invalid))),
                entry(
                        "Schedule.named",
                        List.of(schedule(
                                Schedule.dailyAt("07:00").named(null), "field.pattern sources[0].schedule.cadence"))));
    }

    private static Map<String, List<Bad>> ofTables() {
        return Map.ofEntries(
                entry(
                        "Table.Builder.description",
                        List.of(table(table -> table.description(null), "field.notblank " + TABLE + ".description"))),
                entry(
                        "Table.Builder.freshness",
                        List.of(
                                table(
                                        table -> table.freshness(
                                                Freshness.within(Duration.ofHours(2), Duration.ofHours(1))),
                                        "freshness.invalid " + TABLE + ".freshness"),
                                table(
                                        table -> table.freshness(Freshness.ofRuns()),
                                        "freshness.runs " + TABLE + ".freshness"))),
                entry(
                        "Table.Builder.entity",
                        List.of(table(table -> table.entity("A b"), "name.dbt.character " + TABLE + ".entity"))),
                entry(
                        "Table.Builder.from",
                        List.of(table(
                                table -> table.from(RestApi.endpoint("{a}")), "rest.path " + ENDPOINT + ".path"))),
                entry(
                        "Table.Builder.merge",
                        List.of(
                                table(table -> table.merge(), "table.key.missing " + TABLE + ".primaryKey"),
                                table(
                                        table -> table.merge((String) null),
                                        "field.notblank " + TABLE + ".primaryKey[0]"))),
                entry(
                        "Table.Builder.primaryKey",
                        List.of(
                                table(
                                        table -> table.primaryKey((String) null),
                                        "field.notblank " + TABLE + ".primaryKey[0]"),
                                table(
                                        table -> table.primaryKey("id", "id"),
                                        "table.key.twice " + TABLE + ".primaryKey[1]"))),
                entry(
                        "Table.Builder.mute",
                        List.of(
                                table(table -> table.mute((String) null), "field.notblank sources[0].tables[0].muted"),
                                table(table -> table.mute("RB99"), "mute.unknown sources[0].tables[0].muted"))),
                entry(
                        "Table.Builder.incremental",
                        List.of(
                                table(table -> table.incremental(""), "field.pattern " + TABLE + ".cursor"),
                                table(table -> table.incremental(null), "field.pattern " + TABLE + ".cursor"),
                                table(table -> table.incremental("a..b"), "column.path " + TABLE + ".cursor"))),
                entry(
                        "Table.Builder.column",
                        List.of(table(
                                table -> table.column(null, column -> {}),
                                "field.notblank " + COLUMN + ".from",
                                "field.notblank " + COLUMN + ".name",
                                "field.notnull " + COLUMN + ".type"))),
                entry(
                        "Column.Builder.from",
                        List.of(column(column -> column.from(" "), "field.notblank " + COLUMN + ".from"))),
                entry(
                        "Column.Builder.type",
                        List.of(table(
                                table -> table.column("a", column -> column.type(ColumnType.STRING))
                                        .column("b", column -> column.from("a").type(ColumnType.DATE)),
                                "column.type " + TABLE + ".columns[1].from"))),
                entry(
                        "Column.Builder.description",
                        List.of(column(
                                column -> column.description("a\0"), "text.character " + COLUMN + ".description"))));
    }

    private static Map<String, List<Bad>> ofApis() {
        String secret = "field.notblank " + WHO + ".";
        return Map.ofEntries(
                entry(
                        "RestApi.at",
                        List.of(bad(SmallPlan.readFrom(RestApi.at(null)), "field.notblank " + METHOD + ".baseUrl"))),
                entry(
                        "RestApi.endpoint",
                        List.of(table(
                                table -> table.from(RestApi.endpoint(null)), "field.notblank " + ENDPOINT + ".path"))),
                entry(
                        "RestApi.Builder.bearerToken",
                        List.of(api(api -> api.bearerToken(NAMELESS), secret + "token.name"))),
                entry(
                        "RestApi.Builder.apiKey",
                        List.of(
                                api(
                                        api -> api.apiKey(Location.QUERY, null, NAMELESS),
                                        secret + "key.name",
                                        secret + "name"),
                                api(api -> api.apiKey(Location.HEADER, "X: Y", A), "rest.header " + WHO + ".name"))),
                entry(
                        "RestApi.Builder.basic",
                        List.of(
                                api(
                                        api -> api.basic(NAMELESS, NAMELESS),
                                        secret + "password.name",
                                        secret + "username.name"),
                                api(api -> api.basic(A, A), "name.collision " + METHOD + ".secrets[1]"))),
                entry(
                        "RestApi.Builder.oauth2ClientCredentials",
                        List.of(
                                api(
                                        api -> api.oauth2ClientCredentials(null, NAMELESS, NAMELESS),
                                        secret + "clientId.name",
                                        secret + "clientSecret.name",
                                        secret + "tokenUrl"),
                                api(
                                        api -> api.oauth2ClientCredentials("ftp://x.example", A, B),
                                        "rest.url " + WHO + ".tokenUrl"))),
                entry(
                        "RestApi.Builder.authentication",
                        List.of(api(
                                api -> api.authentication(new Authentication.Bearer(Secret.named("A b"))),
                                "name.dlt.changed " + METHOD + ".secrets[0]"))),
                entry(
                        "Authentication.Bearer.new",
                        List.of(api(
                                api -> api.authentication(new Authentication.Bearer(NAMELESS)),
                                secret + "token.name"))),
                entry(
                        "Authentication.ApiKey.new",
                        List.of(api(
                                api -> api.authentication(new Authentication.ApiKey(null, A, Location.QUERY)),
                                secret + "name"))),
                entry(
                        "Authentication.Basic.new",
                        List.of(api(
                                api -> api.authentication(new Authentication.Basic(A, NAMELESS)),
                                secret + "password.name"))),
                entry(
                        "Authentication.OAuth2ClientCredentials.new",
                        List.of(api(
                                api -> api.authentication(
                                        new Authentication.OAuth2ClientCredentials(null, A, B, Map.of())),
                                secret + "tokenUrl"))),
                entry(
                        "Authentication.OAuth2ClientCredentials.parameter",
                        List.of(api(
                                api -> api.authentication(
                                        new Authentication.OAuth2ClientCredentials("https://a.example/", A, B)
                                                .parameter(null, null)),
                                "rest.parameter " + WHO + ".parameters"))),
                entry("Secret.new", List.of(api(api -> api.bearerToken(new Secret(null)), secret + "token.name"))),
                entry("Secret.named", List.of(api(api -> api.bearerToken(Secret.named(" ")), secret + "token.name"))));
    }

    private static Map<String, List<Bad>> ofEndpoints() {
        String value = "rest.paginator.value " + ENDPOINT + ".paginator.";
        return Map.ofEntries(
                entry(
                        "RestApi.Endpoint.Builder.rows",
                        List.of(endpoint(e -> e.rows(""), "rest.rows " + ENDPOINT + ".rows"))),
                entry("RestApi.Endpoint.Builder.paginator", List.of(pages(Paginator.offset(-1), value + "limit"))),
                entry(
                        "RestApi.Endpoint.Builder.parameter",
                        List.of(endpoint(e -> e.parameter(null, null), "rest.parameter " + ENDPOINT + ".parameters"))),
                entry(
                        "RestApi.Endpoint.Builder.cursorParameter",
                        List.of(table(
                                table -> table.incremental("at")
                                        .from(RestApi.endpoint("a", e -> e.cursorParameter(null, null))),
                                "field.notblank " + ENDPOINT + ".cursorParameter.initialValue",
                                "field.notblank " + ENDPOINT + ".cursorParameter.name"))),
                entry("Paginator.jsonLink", List.of(pages(Paginator.jsonLink(null), value + "next_url_path"))),
                entry(
                        "Paginator.headerCursor",
                        List.of(pages(
                                Paginator.headerCursor(null, null), value + "cursor_key", value + "cursor_param"))),
                entry(
                        "Paginator.cursor",
                        List.of(pages(Paginator.cursor("", ""), value + "cursor_param", value + "cursor_path"))),
                entry("Paginator.offset", List.of(pages(Paginator.offset(Integer.MIN_VALUE), value + "limit"))),
                entry("Paginator.pageNumber", List.of(pages(Paginator.pageNumber(-1), value + "base_page"))),
                entry(
                        "Paginator.option",
                        List.of(
                                pages(
                                        Paginator.singlePage().option(null, (String) null),
                                        "rest.paginator.option " + ENDPOINT + ".paginator"),
                                pages(Paginator.offset(1).option("offset_param", 1), value + "offset_param"),
                                pages(Paginator.offset(1).option("limit", true), value + "limit"))));
    }

    private static Map<String, List<Bad>> ofPlatforms() {
        return Map.ofEntries(
                entry("Platform.with", List.of(platform(p -> p.warehouse(null), "field.notblank platform.warehouse"))),
                entry(
                        "PlatformBuilder.folder",
                        List.of(
                                platform(p -> p.folder(Folder.FLOWS, null), "platform.folder platform.folders.flows"),
                                platform(
                                        p -> p.folder(Folder.AWS_CONFIG, "../x"),
                                        "platform.folder platform.folders.aws_config"))),
                entry(
                        "PlatformBuilder.lateRunSlack",
                        List.of(
                                platform(
                                        p -> p.lateRunSlack(Duration.ofMinutes(-1)),
                                        "freshness.invalid platform.lateRunSlack"),
                                platform(
                                        p -> p.lateRunSlack(Duration.ofSeconds(1)),
                                        "freshness.invalid platform.lateRunSlack"))),
                object("warehouse", PlatformBuilder::warehouse),
                object("sourcesReaderRole", PlatformBuilder::sourcesReaderRole),
                object("developerRole", PlatformBuilder::developerRole),
                object("transformerUser", PlatformBuilder::transformerUser),
                object("analyticsDatabase", PlatformBuilder::analyticsDatabase),
                entry(
                        "PlatformBuilder.workPool",
                        List.of(
                                platform(p -> p.workPool(null), "field.notblank platform.workPool"),
                                platform(p -> p.workPool("a/b"), "name.prefect.character platform.workPool"))),
                entry(
                        "PlatformBuilder.awsProfile",
                        List.of(
                                platform(p -> p.awsProfile(null), "field.notblank platform.awsProfile"),
                                platform(p -> p.awsProfile("a\nb"), "text.line platform.awsProfile"))),
                entry(
                        "PlatformBuilder.secretPrefix",
                        List.of(
                                platform(p -> p.secretPrefix("in gest"), "name.aws.character platform.secretPrefix"),
                                platform(p -> p.secretPrefix("x".repeat(128)), "field.pattern platform.secretPrefix"),
                                platform(
                                        p -> p.secretPrefix("x".repeat(512)),
                                        "field.pattern platform.secretPrefix",
                                        "name.aws.length platform.secretPrefix"))),
                entry(
                        "PlatformBuilder.contacts",
                        List.of(
                                platform(
                                        p -> p.contacts(null, null),
                                        "field.notblank platform.contacts.first",
                                        "field.notblank platform.contacts.next"),
                                platform(p -> p.contacts("a\nb", "c"), "text.line platform.contacts.first"))),
                entry(
                        "PlatformBuilder.flowModule",
                        List.of(platform(p -> p.flowModule(null), "field.pattern platform.flowModule"))),
                entry(
                        "PlatformBuilder.asWritten",
                        List.of(platform(p -> p.asWritten((String) null), "platform.as-written platform.asWritten"))),
                entry(
                        "PlatformBuilder.mute",
                        List.of(
                                platform(p -> p.mute((String) null), "field.notblank platform.muted"),
                                platform(p -> p.mute("RB99"), "mute.unknown platform.muted"))),
                entry(
                        "PlatformBuilder.makesNoneOfOurs",
                        List.of(platform(
                                p -> p.makesNoneOfOurs((String) null), "field.notblank platform.makingNoneOfOurs"))));
    }

    private static Map.Entry<String, List<Bad>> object(String field, BiConsumer<PlatformBuilder, String> set) {
        return entry(
                "PlatformBuilder." + field,
                List.of(
                        platform(p -> set.accept(p, null), "field.notblank platform." + field),
                        platform(p -> set.accept(p, "a b"), "name.snowflake.character platform." + field)));
    }

    /** What takes every value of its type, or is no field of a plan, and why. */
    private static final Map<String, String> ALL_GOOD = Map.ofEntries(
            entry("Loader.Builder.scheduledBy", "an enum"),
            entry("Column.Builder.kind", "an enum"),
            entry("AirbyteBuilder.managedBy", "an enum"),
            entry("MethodChoice.Builder.kind", "an enum"),
            entry("MethodChoice.Builder.configuredBy", "an enum"),
            entry("MethodChoice.Reason.new", "an answer of the choice"),
            entry("MethodChoice.Verdict.new", "an answer of the choice"),
            entry("Airbyte.Field.new", "the connector's builder makes it"),
            entry("Airbyte.Stream.new", "Airbyte.stream makes it"),
            entry("Airbyte.rawField", "a question"),
            entry("Snowpipe.rawField", "a question"),
            entry("Snowpipe.Files.new", "Snowpipe.files makes it"),
            entry("FileFormat.Csv.new", "FileFormat.csv makes it"),
            entry("PlatformBuilder.stagingNaming", "an enum"),
            entry("PlatformBuilder.sharedMinutes", "yes or no"),
            entry("Platform.Contacts.new", "the platform's builder makes it"),
            entry("RestApi.Endpoint.CursorParameter.new", "the endpoint's builder makes it"),
            entry("IngestionMethod.RawField.new", "an answer of a method: see MethodAnswersTest"),
            entry("IngestionMethod.DerivedName.new", "an answer of a method: see MethodAnswersTest"),
            entry("IngestionMethod.HelperSchema.new", "an answer of a method: see MethodAnswersTest"),
            entry("IngestionMethod.OutsideStep.new", "an answer of a method: see MethodAnswersTest"),
            entry("IngestionMethod.Run.PythonCallable.new", "an answer of a method: see MethodAnswersTest"),
            entry("IngestionMethod.Run.RemoteJob.new", "an answer of a method: see MethodAnswersTest"),
            entry("IngestionMethod.Place.new", "where problems are"),
            entry("IngestionMethod.rawField", "a question"),
            entry("DltMethod.rawField", "a question"));

    @TestFactory
    Stream<DynamicTest> aBadValueIsAProblemAtItsPlace() {
        return table().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey(),
                        () -> row.getValue()
                                .forEach(bad -> assertThat(bad.plan().problems())
                                        .extracting(problem -> problem.code() + " " + problem.path())
                                        .containsExactlyInAnyOrderElementsOf(bad.problems()))));
    }

    @Test
    void everythingThatTakesAValueIsInTheTable() throws IOException {
        Set<String> known = new TreeSet<>(table().keySet());
        known.addAll(ALL_GOOD.keySet());
        assertThat(known).isEqualTo(Setters.all().map(Setters::name).collect(Collectors.toCollection(TreeSet::new)));
    }
}
