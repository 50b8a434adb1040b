package dev.headwater.acceptance;

import static dev.headwater.acceptance.AirbyteApi.CONNECTION;
import static dev.headwater.acceptance.AirbyteApi.CONNECTION_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.acceptance.AirbyteApi.Mishap;
import dev.headwater.examples.Command;
import dev.headwater.examples.PythonEnvironment;
import dev.headwater.method.Airbyte;
import dev.headwater.plan.Source;
import dev.headwater.render.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The flow of a source in Airbyte, run as it is emitted, against an API with all its moods: never more than one sync.
 */
class AirbyteFlowTest {

    private static final String DONE = "HubSpot loaded: Airbyte job 52 succeeded: rows 42, bytes 1024";

    @TempDir
    static Path temporary;

    private static final Map<String, AirbyteApi> APIS = new LinkedHashMap<>();
    private static Map<String, Integer> exitCodes = Map.of();

    /**
     * One mood.
     *
     * @param credentials what the secret has besides what is right; an empty value takes a key out
     * @param syncs how many were started by anybody
     * @param words what is printed, among other things
     */
    private record Mood(
            String name,
            Consumer<AirbyteApi> api,
            Map<String, String> credentials,
            double patience,
            boolean succeeds,
            int syncs,
            List<String> words) {

        static Mood good(String name, Consumer<AirbyteApi> api, String... words) {
            return new Mood(
                    name,
                    api,
                    Map.of(),
                    60,
                    true,
                    1,
                    Stream.concat(Stream.of(DONE), Stream.of(words)).toList());
        }

        static Mood bad(String name, int syncs, Consumer<AirbyteApi> api, String... words) {
            return new Mood(name, api, Map.of(), 60, false, syncs, List.of(words));
        }

        Mood secret(String key, String value) {
            return new Mood(name, api, Map.of(key, value), patience, succeeds, syncs, words);
        }

        Mood impatient() {
            return new Mood(name, api, credentials, 0, succeeds, syncs, words);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A source whose connection is not made by hand, and its flow. */
    private record Other(Scenario scenario, int index) {

        private Source source() {
            return scenario.plan().sources().get(index);
        }

        private Airbyte airbyte() {
            return (Airbyte) source().method();
        }

        private String flow() {
            return airbyte().managedBy().name().toLowerCase(Locale.ROOT);
        }

        private void copyTo(Path flows) throws IOException {
            scenario.applied();
            Path emitted = scenario.dataPipelines().resolve("flows/" + source().name() + "_airbyte.py");
            Files.copy(emitted, flows.resolve(flow() + ".py"));
        }

        private AirbyteApi api() throws IOException {
            return new AirbyteApi()
                    .connection(
                            CONNECTION_ID,
                            airbyte().connection(source(), scenario.plan().names()));
        }

        private Map<String, String> variables(AirbyteApi api) {
            Map<String, String> variables =
                    new HashMap<>(AirbyteFlowTest.variables(Mood.good(flow(), other -> {}), api));
            variables.put(
                    Airbyte.apiVariable(scenario.plan()),
                    Objects.requireNonNull(variables.remove("AIRBYTE_API_CREDENTIALS")));
            variables.put("FLOW", "flows." + flow());
            return variables;
        }

        @Override
        public String toString() {
            return flow();
        }
    }

    static List<Other> others() {
        return List.of(new Other(Scenario.AIRBYTE, 1), new Other(Scenario.AIRBYTE_NEW_LOADER, 0));
    }

    static List<Mood> moods() {
        String page = "/workspaces/" + AirbyteApi.WORKSPACE + "/connections/" + CONNECTION_ID + "/timeline";
        return List.of(
                Mood.good(
                                "retried-tasks",
                                api -> api.mishap("POST /jobs", Mishap.CLOSED_AFTERWARDS)
                                        .mishap("GET /jobs/", Mishap.BAD_GATEWAY)
                                        .course("succeeded"),
                                "Joined Airbyte job 52, which is new",
                                "Airbyte answered 502 to /jobs/52")
                        .impatient(),
                Mood.good(
                        "slow",
                        api -> api.course(
                                        "pending", "queued", "running", "running", "incomplete", "running", "succeeded")
                                .tokenLife(0),
                        "Started Airbyte job 52"),
                Mood.bad(
                        "failing",
                        1,
                        api -> api.course("running", "failed"),
                        "Airbyte job 52 failed: rows 42, bytes 1024; see http://127.0.0.1:",
                        page),
                Mood.bad("cancelled", 1, api -> api.course("running", "cancelled"), "Airbyte job 52 cancelled", page),
                Mood.good("already-running", AirbyteApi::running, "Joined Airbyte job 52, which was running"),
                Mood.good(
                        "rate-limited",
                        api -> api.mishap("POST /applications/token", Mishap.LIMITED)
                                .mishap("GET /connections", Mishap.LIMITED)
                                .mishap("POST /jobs", Mishap.LIMITED)
                                .mishap("GET /jobs/", Mishap.LIMITED_WITHOUT_A_WORD, Mishap.LIMITED_WITHOUT_A_WORD),
                        "Airbyte answered 429 to /jobs; asking again in 1 s",
                        "Airbyte answered 429 to /jobs/52; asking again in 0.1 s",
                        "Airbyte answered 429 to /jobs/52; asking again in 0.2 s"),
                Mood.good(
                        "expired-token",
                        api -> api.mishap("POST /jobs", Mishap.EXPIRED)
                                .mishap("GET /jobs/", Mishap.EXPIRED, Mishap.NONE, Mishap.EXPIRED)),
                Mood.bad("wrong-secret", 0, api -> {}, "set client_id and client_secret of one of its applications")
                        .secret("client_secret", "another one"),
                Mood.bad("unknown-connection", 0, api -> {}, "Airbyte has no connections named " + CONNECTION)
                        .secret("workspace_id", AirbyteApi.uuid("third workspace")),
                Mood.bad(
                        "two-connections",
                        0,
                        api -> api.connection(AirbyteApi.uuid("second"), CONNECTION),
                        "Airbyte has 2 connections named " + CONNECTION,
                        "set the id as hubspot_connection_id"),
                Mood.good("known-id", api -> api.connection(AirbyteApi.uuid("second"), CONNECTION))
                        .secret("hubspot_connection_id", CONNECTION_ID),
                Mood.good(
                        "gone-while-waiting",
                        api -> api.mishap("GET /jobs/", Mishap.BAD_GATEWAY, Mishap.GONE, Mishap.CLOSED),
                        "No answer to /jobs/52: [Errno 111] Connection refused"),
                Mood.good(
                        "gone-before-the-start",
                        api -> api.mishap("GET /connections", Mishap.CLOSED)
                                .mishap("POST /jobs", Mishap.CLOSED, Mishap.BAD_GATEWAY),
                        "Started Airbyte job 52"),
                Mood.good(
                        "gone-after-the-start",
                        api -> api.mishap("POST /jobs", Mishap.BAD_GATEWAY_AFTERWARDS)
                                .mishap("GET /jobs", Mishap.NONE, Mishap.NONE, Mishap.GONE)
                                .course("succeeded"),
                        "Joined Airbyte job 52, which is new"),
                Mood.bad(
                        "refused",
                        0,
                        api -> api.refusing("try-again-later", "The connection is deleted."),
                        "Airbyte answered 409 to POST /api/public/v1/jobs",
                        "The connection is deleted."));
    }

    @BeforeAll
    static void runAll() throws IOException {
        Tool.PYTHON.needed();
        Path flows = Files.createDirectories(repository().resolve("flows"));
        Files.writeString(flows.resolve("__init__.py"), "");
        Files.writeString(flows.resolve("hubspot_airbyte.py"), flow());
        List<String> cases = new ArrayList<>();
        for (Mood mood : moods()) {
            AirbyteApi api = new AirbyteApi();
            mood.api().accept(api);
            APIS.put(mood.name(), api);
            cases.add(JsonString.encode(mood.name()) + ": " + object(variables(mood, api)));
        }
        for (Other other : others()) {
            other.copyTo(flows);
            AirbyteApi api = other.api();
            APIS.put(other.flow(), api);
            cases.add(JsonString.encode(other.flow()) + ": " + object(other.variables(api)));
        }
        Path file = Files.writeString(temporary.resolve("cases.json"), "{" + String.join(", ", cases) + "}");
        exitCodes = Command.in(
                        repository(),
                        PythonEnvironment.of("pipelines").program("python"),
                        script().toString(),
                        "flows.hubspot_airbyte",
                        file.toString(),
                        temporary.toString())
                .with(Map.of(
                        "PYTHONPATH",
                        repository().toString(),
                        "PREFECT_HOME",
                        temporary.resolve("prefect").toString(),
                        "PREFECT_SERVER_ANALYTICS_ENABLED",
                        "false",
                        "DO_NOT_TRACK",
                        "1"))
                .run()
                .orFail()
                .output()
                .lines()
                .filter(line -> line.matches("[\\w-]+ -?\\d+"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(' ')),
                        line -> Integer.valueOf(line.substring(line.indexOf(' ') + 1))));
    }

    private static Path repository() {
        return temporary.resolve("data-pipelines");
    }

    private static Map<String, String> variables(Mood mood, AirbyteApi api) {
        Map<String, String> secret = new HashMap<>(Map.of(
                "client_id", AirbyteApi.CLIENT_ID,
                "client_secret", AirbyteApi.CLIENT_SECRET,
                "workspace_id", AirbyteApi.WORKSPACE,
                "api_url", api.url()));
        secret.putAll(mood.credentials());
        return Map.of(
                "AIRBYTE_API_CREDENTIALS",
                object(secret),
                "AIRBYTE_POLL_SECONDS",
                "0.1",
                "AIRBYTE_PATIENCE_SECONDS",
                Double.toString(mood.patience()));
    }

    private static String object(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> JsonString.encode(entry.getKey()) + ": " + JsonString.encode(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** As it is emitted. */
    private static String flow() throws IOException {
        Scenario.AIRBYTE.applied();
        return Files.readString(Scenario.AIRBYTE.dataPipelines().resolve("flows/hubspot_airbyte.py"));
    }

    private static Path script() throws IOException {
        try (InputStream in = AirbyteFlowTest.class.getResourceAsStream("/python/run_flow.py")) {
            return Files.write(
                    temporary.resolve("run_flow.py"), Objects.requireNonNull(in).readAllBytes());
        }
    }

    @AfterAll
    static void closeAll() {
        APIS.values().forEach(AirbyteApi::close);
    }

    @ParameterizedTest
    @MethodSource("moods")
    void oneSyncAtTheMost(Mood mood) throws IOException {
        String printed = Files.readString(temporary.resolve(mood.name() + ".txt"));
        AirbyteApi api = Objects.requireNonNull(APIS.get(mood.name()));
        assertThat(exitCodes.get(mood.name())).as(printed).isEqualTo(mood.succeeds() ? 0 : 1);
        assertThat(api.syncs()).as(printed).isEqualTo(mood.syncs());
        assertThat(printed).contains(mood.words()).doesNotContain(AirbyteApi.CLIENT_SECRET, "another one");
        Matrix.proved(AirbytePlans.existingLoader().sources().get(0).method(), Judge.PROCESS, Judge.LOOPBACK);
    }

    @ParameterizedTest
    @MethodSource("others")
    void theFlowIsTheSameWhoeverMakesTheConnection(Other other) throws IOException {
        String printed = Files.readString(temporary.resolve(other.flow() + ".txt"));
        assertThat(exitCodes.get(other.flow())).as(printed).isZero();
        assertThat(Objects.requireNonNull(APIS.get(other.flow())).syncs())
                .as(printed)
                .isEqualTo(1);
        assertThat(printed).contains(" loaded: Airbyte job 52 succeeded: rows 42, bytes 1024");
        Matrix.proved(other.airbyte(), Judge.PROCESS, Judge.LOOPBACK);
    }

    @Test
    void aTokenIsFetchedAnewWhenItIsOldAndNotBefore() {
        assertThat(tokens("known-id")).as("by the flow and by two tasks").isEqualTo(3);
        assertThat(tokens("expired-token")).isEqualTo(6);
        assertThat(tokens("slow")).isEqualTo(requests("slow").size() / 2);
    }

    private static long tokens(String mood) {
        return requests(mood).stream()
                .filter("POST /applications/token"::equals)
                .count();
    }

    private static List<String> requests(String mood) {
        return Objects.requireNonNull(APIS.get(mood)).requests();
    }

    @Test
    void theConnectionIsLookedForInPagesAndOnlyWhereItsIdIsNotKnown() {
        assertThat(requests("slow")).containsSubsequence("GET /connections", "GET /connections", "POST /jobs");
        assertThat(requests("known-id")).doesNotContain("GET /connections");
    }

    @Test
    void aSecretThatIsNotThereOrNotWholeIsSaidWithoutAWordOfIt() throws IOException {
        String asked = "from flows.hubspot_airbyte import Airbyte, AirbyteError\n" + "import os\n"
                + "for text in ('', '{\"client_id\": \"s3cret', '[]', '{\"client_id\": \"s3cret\"}'):\n"
                + "    os.environ['AIRBYTE_API_CREDENTIALS'] = text\n"
                + "    try:\n"
                + "        Airbyte()\n"
                + "    except AirbyteError as error:\n"
                + "        print(error)\n";
        String notThere = "Set AIRBYTE_API_CREDENTIALS to the secret airbyte/api-credentials, which is JSON.";
        assertThat(Command.in(repository(), PythonEnvironment.of("pipelines").program("python"), "-c", asked)
                        .with(Map.of(
                                "PREFECT_HOME", temporary.resolve("prefect").toString()))
                        .run()
                        .orFail()
                        .output()
                        .lines())
                .containsExactly(
                        notThere, notThere, notThere, "Set client_secret in the secret airbyte/api-credentials.");
    }

    @Test
    void ruffAndMypyFindNothing() throws IOException {
        PythonEnvironment environment = PythonEnvironment.of("pipelines");
        for (List<String> words : List.of(
                List.of("ruff", "check", "--no-cache", "flows"),
                List.of("ruff", "format", "--no-cache", "--diff", "flows"),
                List.of("mypy", "--strict", "flows"))) {
            String[] command = words.toArray(new String[0]);
            command[0] = environment.program(command[0]);
            Command.in(repository(), command)
                    .with(Map.of(
                            "MYPY_CACHE_DIR",
                            Path.of("target", "mypy").toAbsolutePath().toString()))
                    .run()
                    .orFail();
        }
    }
}
