package dev.headwater.dlt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Step;
import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pipeline that uploads for Snowpipe, and what its worker may do. */
class UploadTest {

    private static final DataSourcePlan PLAN = DataSourcePlan.builder()
            .loader(Loader.snowpipe())
            .source(
                    "shop",
                    Snowpipe.from("data-lake").uploadedBy(RestApi.at("https://api.example.com/")),
                    source -> source.table(
                            "orders",
                            table -> table.description("One row per order.")
                                    .from(RestApi.endpoint("orders", e -> e.paginator(Paginator.singlePage())))
                                    .append()
                                    .primaryKey("id")
                                    .incremental("changed")))
            .build();

    private static final Emitted EMITTED = Emitted.by(new DltEmitter(), PLAN, Map.of());

    @Test
    void deletingOldStateFilesCannotFailARunWhoseRowsAreThere() {
        assertThat(EMITTED.text("pipelines/shop.py")).contains("            max_state_files=0,\n");
    }

    @Test
    void anUploadThatFailedIsTriedAgainByTheSameNamesAndNeverMadeAnew() {
        assertThat(EMITTED.text("pipelines/shop.py")).contains("""
                            try:
                                pipeline.run()
                            except PipelineStepFailed as failure:
                                if failure.step == "load":
                                    # Tried again, it overwrites its own files; new ones would repeat rows.
                                    raise
                                pipeline.abort_packages()
                        """.indent(4));
    }

    @Test
    void theWorkerMayListAndReadAndWriteAndDeleteWhatIsTheSources() {
        assertThat(EMITTED.step("dlt.credentials.snowpipe.shop").body())
                .startsWith(
                        "The worker's role has to be allowed `s3:ListBucket` on `arn:aws:s3:::data-lake`, and"
                                + " `s3:GetObject`, `s3:PutObject` and `s3:DeleteObject` on `arn:aws:s3:::data-lake/shop/*`.\n");
    }

    @Test
    void anotherBaseUrlIsAParagraphOfItsOwn() {
        Step step = EMITTED.step("dlt.credentials.snowpipe.shop");
        assertThat(step.body().split("\n\n")).endsWith("Another base URL goes into `SOURCES__SHOP__SHOP_BASE_URL`.");
    }
}
