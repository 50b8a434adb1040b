package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Preview;
import dev.headwater.Workspace;
import dev.headwater.dbt.DbtEmitter;
import dev.headwater.dlt.DltEmitter;
import dev.headwater.emit.Repository;
import dev.headwater.method.RestApi;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.Loader;
import dev.headwater.plan.Schedule;
import dev.headwater.platform.Platform;
import dev.headwater.prefect.PrefectEmitter;
import dev.headwater.terraform.TerraformEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One workspace, platform and loader for all threads of a server. */
class EightThreadsTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 10;

    private static final Platform PLATFORM = Platform.runbook().with(platform -> platform.warehouse("LOADS"));
    private static final Loader LOADER = Loader.dlt().asNew();

    private static final Workspace WORKSPACE = Workspace.of()
            .repository(Repository.inMemory("terraform", Map.of()), new TerraformEmitter())
            .repository(Repository.inMemory("data-pipelines", Map.of()), new DltEmitter(), new PrefectEmitter())
            .repository(Repository.inMemory("dbt-transform", Map.of()), new DbtEmitter());

    private static DataSourcePlan.Builder source(String name, Schedule schedule) {
        return DataSourcePlan.builder(PLATFORM)
                .loader(LOADER)
                .source(
                        name,
                        RestApi.at("https://api.example.com/"),
                        source -> source.schedule(schedule)
                                .table(
                                        "contacts",
                                        table -> table.description("One row per contact.")
                                                .from(RestApi.endpoint("contacts"))
                                                .merge("id")));
    }

    /** Everything that can be seen of two good plans and a bad one. */
    private static List<String> everything() {
        List<String> seen = new ArrayList<>();
        seen.add(source("Crm", Schedule.dailyAt("25:00")).problems().toString());
        for (DataSourcePlan plan :
                List.of(source("crm", Schedule.hourlyAt(5)).build(), Plans.newLoader(), Plans.everyAuthentication())) {
            Preview preview = WORKSPACE.onboard(plan);
            seen.add(preview.changes().toString());
            seen.add(preview.findings().toString() + preview.notes());
            seen.add(preview.runbook().toMarkdown());
        }
        return seen;
    }

    private static List<List<String>> onceAllAreThere(CountDownLatch ready) throws InterruptedException {
        ready.countDown();
        ready.await();
        List<List<String>> results = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            results.add(everything());
        }
        return results;
    }

    @Test
    void eightThreadsSeeWhatOneSees() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<List<String>> results = new ArrayList<>();
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            Callable<List<List<String>>> work = () -> onceAllAreThere(ready);
            List<Future<List<List<String>>>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(work));
            }
            for (Future<List<List<String>>> each : running) {
                results.addAll(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        List<String> alone = everything();
        assertThat(results)
                .hasSize(THREADS * ROUNDS)
                .allSatisfy(result -> assertThat(result).isEqualTo(alone));
    }
}
