package dev.headwater.prefect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.method.Paginator;
import dev.headwater.method.RestApi;
import dev.headwater.method.Snowpipe;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadFlowTest {

    @Test
    void aFlowThatUploadsForSnowpipeDoesNotSayThatItLoads() {
        DataSourcePlan plan = DataSourcePlan.builder()
                .loader(Loader.snowpipe())
                .source(
                        "shop",
                        Snowpipe.from("data-lake").uploadedBy(RestApi.at("https://api.example.com/")),
                        source -> source.table(
                                "orders",
                                table -> table.description("One row per order.")
                                        .from(RestApi.endpoint("orders", e -> e.paginator(Paginator.singlePage())))
                                        .append()
                                        .primaryKey("id")))
                .build();
        assertThat(Emitted.by(new PrefectEmitter(), plan, Map.of()).text("flows/shop.py"))
                .contains("\"\"\"Upload shop data for Snowpipe.\"\"\"")
                .doesNotContain("to Snowflake");
    }
}
