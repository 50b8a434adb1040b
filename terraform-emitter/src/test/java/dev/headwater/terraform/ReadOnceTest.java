package dev.headwater.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.emit.Repository;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.testkit.Emitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** However many sources a plan has, each directory and each file is read once. */
class ReadOnceTest {

    /** A repository that notes what is asked of it. */
    private record Noting(Repository next, List<String> asked) implements Repository {

        @Override
        public String name() {
            return next.name();
        }

        @Override
        public Optional<byte[]> read(String path) {
            asked.add(path);
            return next.read(path);
        }

        @Override
        public List<String> list(String directory) {
            asked.add(directory + "/");
            return next.list(directory);
        }
    }

    @Test
    void nothingIsReadTwice() {
        DataSourcePlan.Builder plan = Plans.hubspot(Loader.dlt()).toBuilder();
        for (String name : List.of("stripe", "shopify", "orders")) {
            plan.source(
                    name,
                    RestApi.at("https://api.example.com/"),
                    source -> source.table(
                            name + "_rows",
                            table -> table.description("Rows.")
                                    .entity("row")
                                    .from(RestApi.endpoint("rows"))
                                    .merge("id")));
        }
        List<String> asked = new ArrayList<>();
        Emitted.by(
                new TerraformEmitter(),
                plan.build(),
                new Noting(House.siblings().repository(), asked));
        assertThat(asked).isNotEmpty().doesNotHaveDuplicates();
    }
}
