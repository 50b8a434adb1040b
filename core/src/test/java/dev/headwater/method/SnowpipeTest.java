package dev.headwater.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.plan.ColumnType;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.RawField;
import dev.headwater.plan.IngestionMethod.Run;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Secret;
import dev.headwater.plan.Source;
import dev.headwater.plan.Table;
import dev.headwater.problem.InvalidPlanException;
import dev.headwater.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings of Snowpipe make a plan, and where it looks for files. */
class SnowpipeTest {

    private static final Snowpipe<Snowpipe.Files> LAKE = Snowpipe.from("data-lake");
    private static final RestApi API =
            RestApi.at("https://example.com/", api -> api.bearerToken(Secret.named("access_token")));

    private static DataSourcePlan.Builder plan() {
        return DataSourcePlan.builder().loader(Loader.snowpipe());
    }

    private static Consumer<Source.Builder<Snowpipe.Files>> orders(String prefix) {
        return source ->
                source.table("orders", table -> row(table).from(Snowpipe.files(prefix, FileFormat.jsonLines())));
    }

    private static Table.Builder<Snowpipe.Files> row(Table.Builder<Snowpipe.Files> table) {
        return table.description("One row per order.")
                .append()
                .primaryKey("id")
                .from(Snowpipe.files("orders/", FileFormat.jsonLines()));
    }

    private static List<String> problems(Consumer<Table.Builder<Snowpipe.Files>> change) {
        return codes(plan().source("shop", LAKE, source -> source.table("orders", table -> change.accept(row(table)))));
    }

    private static List<String> codes(DataSourcePlan.Builder plan) {
        return plan.problems().stream().map(Problem::code).toList();
    }

    @Test
    void rowsAreOnlyEverAdded() {
        assertThat(problems(table -> table.append())).isEmpty();
        assertThat(problems(table -> table.replace())).containsExactly("snowpipe.load-mode");
        assertThat(problems(table -> table.merge("id"))).containsExactly("snowpipe.load-mode");
    }

    @Test
    void filesAreLoadedOnceSoThatNoCursorIsNeeded() {
        assertThat(problems(table -> table.incremental("updated_at"))).containsExactly("snowpipe.cursor");
    }

    @Test
    void aFieldThatHoldsOthersIsNoText() {
        assertThat(problems(table -> table.column("pair", c -> c.type(ColumnType.STRING))
                        .column("base", c -> c.from("pair.base").type(ColumnType.STRING))))
                .containsExactly("column.type");
    }

    @Test
    void csvIsNotKeptInOneColumn() {
        assertThat(codes(plan().source(
                                "shop",
                                Snowpipe.from("data-lake", SnowpipeBuilder::oneVariant),
                                source -> source.table(
                                        "orders",
                                        table -> row(table).from(Snowpipe.files("orders/", FileFormat.csv()))))))
                .containsExactly("snowpipe.format");
    }

    @Test
    void foldersThatLieInOneAnotherAreAProblemAcrossSources() {
        DataSourcePlan.Builder plan = plan().source("shop", LAKE, orders("shop/"))
                .source("crm", LAKE, orders("shop/orders/"))
                .source("desk", LAKE, orders("shops/"));

        assertThat(plan.problems())
                .filteredOn(problem -> problem.code().equals("location.shared"))
                .extracting(Problem::path, Problem::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "sources[1].tables[0]",
                        "\"s3://data-lake/shop/orders/\" and \"s3://data-lake/shop/\" of sources[0].tables[0] lie in"
                                + " one another."));
    }

    @Test
    void oneFolderNameInTwoBucketsIsNoProblem() {
        assertThat(plan().source("shop", LAKE, orders("orders/"))
                        .source("crm", Snowpipe.from("other-lake"), orders("orders/"))
                        .problems())
                .noneMatch(problem -> problem.code().equals("location.shared"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sqs:eu-west-2:123456789012:sf-snowpipe-AIDAJ-x_1",
                "arn:aws-cn:sqs:cn-north-1:123456789012:sf-snowpipe",
                "arn:aws-us-gov:sqs:us-gov-west-1:123456789012:sf-snowpipe"
            })
    void aQueueOfAnyPartitionIsAChannel(String arn) {
        assertThat(codes(plan().source(
                                "shop",
                                Snowpipe.from("data-lake", s -> s.notificationChannel(arn)),
                                orders("orders/"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sns:eu-west-2:123456789012:topic",
                "arn:aws:sqs:eu-west-2:123:queue",
                "https://sqs.eu-west-2.amazonaws.com/123456789012/queue",
                "arn:aws:sqs:eu-west-2:123456789012:queue\n",
                ""
            })
    void anythingElseIsNone(String arn) {
        assertThat(codes(plan().source(
                                "shop",
                                Snowpipe.from("data-lake", s -> s.notificationChannel(arn)),
                                orders("orders/"))))
                .containsExactly("snowpipe.channel");
    }

    @Test
    void columnsAreFoundWithoutRegardToCaseAndNestedOnesLieInThem() {
        assertThat(LAKE.rawField("createdAt")).isEqualTo(new RawField("createdat", List.of()));
        assertThat(LAKE.rawField("Fee (EUR)")).isEqualTo(new RawField("FEE (EUR)", List.of()));
        assertThat(LAKE.rawField("meta.currency")).isEqualTo(new RawField("meta", List.of("currency")));
    }

    /** Two letters would be another name, which no field has. */
    @Test
    void aLetterWithoutACapitalOfItsOwnStays() {
        assertThat(LAKE.rawField("Straße").column()).isEqualTo("STRAßE");
        assertThat(LAKE.rawField("Größe").column()).isEqualTo("GRÖßE");
    }

    @Test
    void aHeaderOfCsvHasNoDot() {
        assertThat(problems(table -> table.from(Snowpipe.files("orders/", FileFormat.csv()))
                        .column("city", c -> c.from("address.city").type(ColumnType.STRING))))
                .containsExactly("snowpipe.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF8", "ISO88591", "WINDOWS1252"})
    void characterSetsAreSnowflakes(String name) {
        assertThat(problems(table ->
                        table.from(Snowpipe.files("orders/", FileFormat.csv().encodedIn(name)))))
                .isEmpty();
        assertThat(problems(table ->
                        table.from(Snowpipe.files("orders/", FileFormat.csv().encodedIn(name + "X")))))
                .containsExactly("snowpipe.csv");
    }

    @Test
    void foldersThatLieInOneAnotherAreAProblemAcrossPlansToo() {
        DataSourcePlan shop = plan().source("shop", LAKE, orders("shop/")).build();
        DataSourcePlan crm = DataSourcePlan.builder()
                .loader(Loader.snowpipe().with(loader -> loader.database("FILES")))
                .source("crm", LAKE, orders("shop/orders/"))
                .build();

        assertThatThrownBy(() -> DataSourcePlan.join(List.of(shop, crm))).isInstanceOf(InvalidPlanException.class);
    }

    @Test
    void oneVariantHasAllFields() {
        assertThat(Snowpipe.from("data-lake", SnowpipeBuilder::oneVariant).rawField("meta.currency"))
                .isEqualTo(new RawField("record", List.of("meta", "currency")));
    }

    @Test
    void somebodyElsesFilesAreNotRun() {
        DataSourcePlan plan = plan().source("shop", LAKE, orders("orders/")).build();

        assertThat(LAKE.run(plan.sources().get(0), plan.names())).isEmpty();
    }

    @Test
    void aPipelineOfDltUploadsToWhereThePipesLook() {
        Snowpipe<RestApi.Endpoint> uploaded = LAKE.uploadedBy(API);
        DataSourcePlan plan = plan().source(
                        "shop",
                        uploaded,
                        source -> source.table(
                                "orders",
                                table -> table.description("One row per order.")
                                        .from(RestApi.endpoint("orders"))
                                        .append()
                                        .incremental("updatedAt")
                                        .column(
                                                "updated_at",
                                                c -> c.from("updatedAt").type(ColumnType.TIMESTAMP_TZ))))
                .build();
        Source shop = plan.sources().get(0);

        assertThat(uploaded.location(shop, shop.tables().get(0), plan.names())).contains("s3://data-lake/shop/orders/");
        assertThat(uploaded.run(shop, plan.names())).contains(new Run.PythonCallable("pipelines.shop", "run"));
        assertThat(uploaded.secrets()).containsExactly(Secret.named("access_token"));
        assertThat(uploaded.rawField("pairOf.baseName")).isEqualTo(new RawField("pair_of", List.of("baseName")));
    }

    @Test
    void whatIsWrongWithTheUploaderIsSaid() {
        assertThat(codes(plan().source(
                                "shop",
                                LAKE.uploadedBy(RestApi.at("ftp://example.com/")),
                                source -> source.table(
                                        "orders",
                                        table -> table.description("One row per order.")
                                                .from(RestApi.endpoint("orders"))
                                                .merge("id")))))
                .contains("rest.url", "snowpipe.load-mode");
    }
}
