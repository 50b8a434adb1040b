package dev.headwater.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.examples.Command;
import dev.headwater.examples.Command.Result;
import dev.headwater.plan.DataSourcePlan;
import dev.headwater.plan.IngestionMethod.OutsideStep;
import dev.headwater.plan.Source;
import dev.headwater.render.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runbook's requests to Airbyte's API, run as they stand there. */
class AirbyteRequestsTest {

    @TempDir
    private Path temporary;

    @BeforeEach
    void python() {
        Tool.PYTHON.needed();
    }

    @Test
    void airbyteTakesThemOnceAndASecondRunMakesNothing() throws IOException {
        try (AirbyteApi api = new AirbyteApi().destination("snowflake-airbyte")) {
            run(api).orFail();
            run(api).orFail();

            assertThat(api.accepted()).hasSize(2);
            assertThat(api.accepted().get(0))
                    .containsEntry("name", "google-ads-production")
                    .containsEntry("workspaceId", AirbyteApi.WORKSPACE)
                    .containsEntry(
                            "configuration",
                            Map.of(
                                    "sourceType",
                                    "google-ads",
                                    "customer_id",
                                    "123-456 {{ x }} ${y}",
                                    "conversion_window_days",
                                    14,
                                    "skip_errors",
                                    true,
                                    "customer_status_filter",
                                    List.of("ENABLED", "PAUSED"),
                                    "credentials",
                                    Map.of("developer_token", "d'1", "client_secret", "s\"2"),
                                    "login",
                                    Map.of("secret", "s\"2")));
            assertThat(api.accepted().get(1))
                    .containsEntry("name", "google-ads-to-snowflake")
                    .containsEntry("destinationId", AirbyteApi.DESTINATION_ID)
                    .containsEntry("namespaceDefinition", "custom_format")
                    .containsEntry("namespaceFormat", "GOOGLE_ADS")
                    .containsEntry("schedule", Map.of("scheduleType", "manual"));
            Matrix.proved(AirbytePlans.existingLoader().sources().get(1).method(), Judge.LOOPBACK);
        }
    }

    @Test
    void withoutTheDestinationNothingIsMade() throws IOException {
        try (AirbyteApi api = new AirbyteApi()) {
            Result result = run(api);

            assertThat(result.exitCode()).isNotZero();
            assertThat(result.output()).contains("Airbyte has no destination snowflake-airbyte");
            assertThat(api.accepted()).isEmpty();
        }
    }

    /** Away from any terminal, at which the secrets would be asked for. */
    private Result run(AirbyteApi api) throws IOException {
        Path programs = Files.createDirectories(temporary.resolve("bin"));
        Path aws = Files.writeString(
                programs.resolve("aws"),
                "#!/bin/sh\necho '{\"client_id\": \"" + AirbyteApi.CLIENT_ID + "\", \"client_secret\": \""
                        + AirbyteApi.CLIENT_SECRET + "\", \"workspace_id\": \"" + AirbyteApi.WORKSPACE
                        + "\", \"api_url\": \"" + api.url() + "\"}'\n");
        Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));
        Path script = Files.writeString(temporary.resolve("requests.sh"), script());
        return Command.in(
                        temporary,
                        "setsid",
                        "--wait",
                        "bash",
                        "-c",
                        "printf '%s\\n' " + ShellWord.encode("d'1") + " " + ShellWord.encode("s\"2") + " | bash "
                                + ShellWord.encode(script.toString()))
                .with(Map.of("PATH", programs + ":" + System.getenv("PATH")))
                .run();
    }

    private static String script() {
        DataSourcePlan plan = AirbytePlans.existingLoader();
        Source source = plan.sources().get(1);
        OutsideStep step = source.method().outsideSteps(plan, source).get(0);
        String markdown = step.markdown();
        return markdown.substring(markdown.indexOf("```sh\n") + "```sh\n".length(), markdown.lastIndexOf("```"));
    }
}
