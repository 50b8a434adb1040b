package dev.headwater.plan;

import dev.headwater.method.Authentication;
import dev.headwater.method.Authentication.Location;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.platform.Folder;
import dev.headwater.platform.Platform;
import dev.headwater.platform.Platform.StagingNaming;
import dev.headwater.platform.PlatformBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid plans that use everything that can be set, in every mixture. */
@SuppressWarnings("exports")
public final class RichPlans {

    private static final Arbitrary<String> TEXTS = Arbitraries.of(
            "One row per thing.",
            "größe, 日本",
            "\"' {{ x }} {% y %} ${z} %{w} <b> ` -- */",
            "Two lines.\n\nOr three: #");

    private static final Arbitrary<Boolean> EITHER = Arbitraries.of(true, false);

    private RichPlans() {}

    /** Plans of one to three sources. */
    public static Arbitrary<DataSourcePlan> valid() {
        return Combinators.combine(platforms(), loaders(), sources()).as((platform, loader, sources) -> {
            DataSourcePlan.Builder plan = DataSourcePlan.builder(platform).loader(loader);
            sources.forEach(plan::source);
            return plan.build();
        });
    }

    /** Platforms with other folders, objects, people and names. */
    public static Arbitrary<Platform> platforms() {
        Arbitrary<Consumer<PlatformBuilder>> change = Arbitraries.of(List.<Consumer<PlatformBuilder>>of(
                platform -> platform.folder(Folder.FLOWS, "orchestration/flows").folder(Folder.AWS_CONFIG, ""),
                platform -> platform.warehouse("LOADS").sourcesReaderRole("READER"),
                platform -> platform.developerRole("DEVELOPER").transformerUser("DBT"),
                platform -> platform.analyticsDatabase("MARTS").workPool("prod pool"),
                platform -> platform.awsProfile("admin").contacts("First", "Next"),
                platform -> platform.flowModule("{source}_flow").secretPrefix("ingest/eu"),
                platform -> platform.stagingNaming(StagingNaming.BY_SOURCE),
                platform -> platform.lateRunSlack(Duration.ofMinutes(30)).sharedMinutes(true),
                platform -> platform.mute("RB32", "RB36")));
        return change.set()
                .ofMaxSize(9)
                .map(changes -> Platform.runbook().with(platform -> changes.forEach(each -> each.accept(platform))));
    }

    /** Loaders by dlt, there already or new. */
    public static Arbitrary<Loader> loaders() {
        Arbitrary<LoadedAt> loadedAt = Arbitraries.of(
                LoadedAt.unknown(),
                LoadedAt.stampedInto("_dlt_load_time"),
                LoadedAt.writtenTo("inserted_at"),
                LoadedAt.expression("to_timestamp(_dlt_load_id)"),
                LoadedAt.query("select max(inserted_at)\nfrom {{ this }}"));
        Arbitrary<Consumer<Loader.Builder>> change = Arbitraries.of(List.<Consumer<Loader.Builder>>of(
                loader -> loader.displayName("dltHub"),
                loader -> loader.database("RAW"),
                loader -> loader.serviceAccount("SVC_RAW"),
                loader -> loader.withoutServiceAccount(),
                loader -> loader.credentialFields("user", "private_key"),
                loader -> loader.scheduledBy(Loader.Scheduler.LOADER)));
        return Combinators.combine(
                        Arbitraries.of("dlt", "raw_loads"),
                        loadedAt,
                        change.set().ofMaxSize(4),
                        EITHER)
                .as((name, way, changes, isNew) -> {
                    Loader loader = Loader.named(name, builder -> {
                        builder.tool("dlt").loadedAt(way);
                        changes.forEach(each -> each.accept(builder));
                    });
                    return isNew ? loader.asNew() : loader;
                });
    }

    private static Arbitrary<List<Source>> sources() {
        return Arbitraries.of("crm", "billing", "web_shop", "support")
                .flatMap(RichPlans::source)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(Source::name);
    }

    private static Arbitrary<Source> source(String name) {
        Arbitrary<Table> table =
                Arbitraries.of("contacts", "deals", "line_items").flatMap(word -> table(name + "_" + word));
        return Combinators.combine(
                        apis(),
                        schedules(),
                        EITHER,
                        freshness().optional(),
                        choices().optional(),
                        table.list().ofMinSize(1).ofMaxSize(3).uniqueElements(Table::name))
                .as((api, schedule, named, freshness, choice, tables) -> Source.of(name, api, source -> {
                    source.schedule(schedule).displayName(named ? "The \"System\"" : "");
                    freshness.ifPresent(source::freshness);
                    choice.ifPresent(source::choice);
                    tables.forEach(source::table);
                }));
    }

    /** What may be known of a source. */
    public static Arbitrary<MethodChoice> choices() {
        return Arbitraries.of(List.<Consumer<MethodChoice.Builder>>of(
                        known -> known.kind(MethodChoice.Kind.FILES_IN_S3),
                        known -> known.streams(3),
                        known -> known.configuredBy(MethodChoice.Configurer.NON_ENGINEERS),
                        known -> known.freshWithin(Duration.ofHours(6))))
                .set()
                .ofMinSize(1)
                .map(facts -> MethodChoice.of(known -> facts.forEach(fact -> fact.accept(known))));
    }

    /** What a source may say of its freshness. */
    public static Arbitrary<Freshness> freshness() {
        return Arbitraries.of(
                Freshness.none(),
                Freshness.ofRuns(),
                Freshness.ofRuns(Duration.ofMinutes(90), Duration.ofHours(3)),
                Freshness.within(Duration.ofDays(1), Duration.ofDays(7)));
    }

    private static Arbitrary<RestApi> apis() {
        Secret first = Secret.named("first_secret");
        Secret second = Secret.named("second_secret");
        Arbitrary<Consumer<RestApi.Builder>> who = Arbitraries.of(List.<Consumer<RestApi.Builder>>of(
                api -> {},
                api -> api.bearerToken(first),
                api -> api.apiKey(Location.HEADER, "X-Key", first),
                api -> api.apiKey(Location.QUERY, "api key", first),
                api -> api.apiKey(Location.COOKIE, "key", first),
                api -> api.basic(first, second),
                api -> api.authentication(
                        new Authentication.OAuth2ClientCredentials("https://login.example.com/", first, second)
                                .parameter("scope", "read \"all\""))));
        return Combinators.combine(Arbitraries.of("https://api.example.com/v1/", "http://10.0.0.1:8080"), who)
                .as(RestApi::at);
    }

    /** Schedules of every kind but continuous, in several zones. */
    public static Arbitrary<Schedule> schedules() {
        Arbitrary<Schedule> schedule = Arbitraries.of(
                Schedule.hourlyAt(5),
                Schedule.dailyAt("23:59"),
                Schedule.weeklyOn(DayOfWeek.SUNDAY, "00:00"),
                Schedule.monthlyOn(28, "12:30"),
                Schedule.cron("*/15 6-20 * * 1-5").named("every_15_minutes"));
        return Combinators.combine(schedule, Arbitraries.of("UTC", "Europe/Istanbul", "Pacific/Kiritimati"))
                .as(Schedule::in);
    }

    private static Arbitrary<Table> table(String name) {
        Arbitrary<Boolean> incremental = EITHER;
        return Combinators.combine(
                        TEXTS,
                        Arbitraries.of(Table.LoadMode.class),
                        incremental,
                        Arbitraries.of("", "thing"),
                        columns(),
                        endpoints(),
                        EITHER)
                .as((text, mode, grows, entity, columns, endpoint, asks) -> Table.<RestApi.Endpoint>of(name, table -> {
                    boolean incrementally = grows && mode != Table.LoadMode.REPLACE;
                    load(table, mode);
                    if (incrementally) {
                        table.incremental("meta.changedAt");
                    }
                    columns.forEach(column -> column.accept(table));
                    table.description(text).entity(entity).from(RestApi.endpoint("v1/things", builder -> {
                        endpoint.forEach(each -> each.accept(builder));
                        if (incrementally && asks) {
                            builder.cursorParameter("since", "2020-01-01");
                        }
                    }));
                }));
    }

    private static void load(Table.Builder<RestApi.Endpoint> table, Table.LoadMode mode) {
        switch (mode) {
            case MERGE -> table.merge("id", "region.code");
            case APPEND -> table.append().primaryKey("id");
            case REPLACE -> table.replace().primaryKey("id");
        }
    }

    private static Arbitrary<Set<Consumer<Table.Builder<RestApi.Endpoint>>>> columns() {
        Arbitrary<Consumer<Table.Builder<RestApi.Endpoint>>> column = Combinators.combine(
                        Arbitraries.of(ColumnType.class),
                        TEXTS,
                        Arbitraries.of(Column.Kind.class).optional())
                .as((type, text, kind) -> columnOf(type, text, kind));
        return column.set().ofMaxSize(1);
    }

    private static Consumer<Table.Builder<RestApi.Endpoint>> columnOf(
            ColumnType type, String text, Optional<Column.Kind> kind) {
        return table -> table.column("some_value", column -> {
            column.from("properties.some value").type(type).description(text);
            kind.ifPresent(column::kind);
        });
    }

    private static Arbitrary<Set<Consumer<RestApi.Endpoint.Builder>>> endpoints() {
        return Arbitraries.of(List.<Consumer<RestApi.Endpoint.Builder>>of(
                        endpoint -> endpoint.rows("data.items"),
                        endpoint -> endpoint.parameter("fields", "a,b").parameter("q", "\"x\" 'y'"),
                        endpoint -> endpoint.paginator(Paginator.singlePage()),
                        endpoint -> endpoint.paginator(Paginator.jsonLink("@odata.nextLink")),
                        endpoint -> endpoint.paginator(Paginator.headerLink().option("links_next_key", "next")),
                        endpoint -> endpoint.paginator(Paginator.headerCursor("X-Next", "after")),
                        endpoint -> endpoint.paginator(Paginator.cursor("paging.next", "after")),
                        endpoint -> endpoint.paginator(Paginator.offset(100).withoutTotal()),
                        endpoint -> endpoint.paginator(Paginator.pageNumber(1).option("maximum_page", 9))))
                .set()
                .ofMaxSize(3);
    }
}
