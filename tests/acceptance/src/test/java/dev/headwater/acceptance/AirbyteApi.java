package dev.headwater.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.headwater.render.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Airbyte's public API on the loopback interface: tokens, connections, jobs, and what creates them. A workspace full of
 * connections, each with a history of syncs; one is called {@link #CONNECTION}.
 */
final class AirbyteApi implements AutoCloseable {

    static final String CLIENT_ID = "the-client";
    static final String CLIENT_SECRET = "s3cret of the client";
    static final String WORKSPACE = uuid("workspace");
    static final String CONNECTION = "hubspot-to-snowflake";
    static final String CONNECTION_ID = uuid(CONNECTION);
    static final String DESTINATION_ID = uuid("snowflake");

    private static final String BASE = "/api/public/v1";
    private static final int CONNECTIONS = 130;
    private static final int OLD_SYNCS = 25;

    /** What may happen to a request. */
    enum Mishap {
        /** It goes well. */
        NONE,
        /** 429, with a second to wait. */
        LIMITED,
        /** 429, without a word on how long. */
        LIMITED_WITHOUT_A_WORD,
        BAD_GATEWAY,
        /** Done, and yet 502. */
        BAD_GATEWAY_AFTERWARDS,
        /** The connection is closed without an answer. */
        CLOSED,
        /** Done, and yet the connection is closed without an answer. */
        CLOSED_AFTERWARDS,
        /** Nothing listens for two seconds. */
        GONE,
        /** All tokens have expired. */
        EXPIRED
    }

    private record Connection(String id, String name, String workspace) {}

    private record Answer(int status, String body) {}

    /** One whose state moves on each time that it is asked for. */
    private static final class Job {
        private final long id;
        private final String connection;
        private final List<String> states;

        Job(long id, String connection, List<String> states) {
            this.id = id;
            this.connection = connection;
            this.states = new ArrayList<>(states);
        }

        String state() {
            return states.get(0);
        }

        boolean isFinal() {
            return states.size() == 1;
        }

        void moveOn() {
            if (!isFinal()) {
                states.remove(0);
            }
        }

        String json() {
            String last = isFinal() ? ",\"duration\":\"PT8M\",\"bytesSynced\":1024,\"rowsSynced\":42" : "";
            return "{\"jobId\":" + id + ",\"status\":\"" + state() + "\",\"jobType\":\"sync\""
                    + ",\"startTime\":\"2026-11-27T10:00:00Z\",\"connectionId\":\"" + connection + "\"" + last + "}";
        }
    }

    private final Map<String, List<Mishap>> mishaps = new HashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, Integer> started = new HashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final List<String> requests = new ArrayList<>();
    /** Names by id of what was made, or was there, by the key of its id. */
    private final Map<String, Map<String, String>> made = new HashMap<>();

    private final List<Map<String, Object>> accepted = new ArrayList<>();
    private final AirbyteBodies bodies = new AirbyteBodies(WORKSPACE, DESTINATION_ID);
    private final int port;
    private List<String> course = List.of("pending", "running", "succeeded");
    private long tokenLife = 900;
    private @Nullable Answer refusal;
    private HttpServer server;

    AirbyteApi() throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new Connection(uuid("other " + i), "other " + i, WORKSPACE));
        }
        connections.add(new Connection(uuid("elsewhere"), CONNECTION, uuid("another workspace")));
        connections.add(new Connection(CONNECTION_ID, CONNECTION, WORKSPACE));
        for (int i = 1; i <= OLD_SYNCS; i++) {
            jobs.add(new Job(2L * i, CONNECTION_ID, List.of(i % 2 == 0 ? "failed" : "succeeded")));
            jobs.add(new Job(2L * i + 1, uuid("other 1"), List.of("succeeded")));
        }
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int wanted) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        listening.createContext("/", this::answer);
        listening.start();
        return listening;
    }

    static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    String url() {
        return "http://127.0.0.1:" + port + BASE;
    }

    /** States that a sync has, one each time that it is asked for. */
    AirbyteApi course(String... states) {
        course = List.of(states);
        return this;
    }

    /** What befalls the next requests of a kind, such as {@code GET /jobs/}. */
    AirbyteApi mishap(String kind, Mishap... these) {
        mishaps.computeIfAbsent(kind, any -> new ArrayList<>()).addAll(List.of(these));
        return this;
    }

    AirbyteApi tokenLife(long seconds) {
        tokenLife = seconds;
        return this;
    }

    /** Somebody else has started a sync. */
    AirbyteApi running() {
        start(CONNECTION_ID);
        return this;
    }

    AirbyteApi connection(String id, String name) {
        connections.add(new Connection(id, name, WORKSPACE));
        return this;
    }

    /** No sync can be started. */
    AirbyteApi refusing(String title, String message) {
        refusal = conflict(title, message);
        return this;
    }

    /** How many syncs of {@link #CONNECTION} were started, by anybody. */
    /** There is a destination by this name. */
    AirbyteApi destination(String name) {
        made.computeIfAbsent("destinationId", any -> new LinkedHashMap<>()).put(DESTINATION_ID, name);
        return this;
    }

    /** The bodies of what was made, in order. */
    synchronized List<Map<String, Object>> accepted() {
        return List.copyOf(accepted);
    }

    synchronized int syncs() {
        return started.getOrDefault(CONNECTION_ID, 0);
    }

    /** All that was asked, such as {@code GET /jobs/52}. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith(BASE + "/")) {
            send(exchange, new Answer(200, "<html>Airbyte</html>"));
            return;
        }
        String request = exchange.getRequestMethod() + " " + path.substring(BASE.length());
        requests.add(request);
        Mishap mishap = nextMishap(request);
        if (mishap == null) {
            send(exchange, result(exchange, request));
            return;
        }
        switch (mishap) {
            case NONE -> send(exchange, result(exchange, request));
            case LIMITED -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, new Answer(429, "{}"));
            }
            case LIMITED_WITHOUT_A_WORD -> send(exchange, new Answer(429, "{}"));
            case BAD_GATEWAY -> send(exchange, new Answer(502, "<html>Bad gateway</html>"));
            case BAD_GATEWAY_AFTERWARDS -> {
                result(exchange, request);
                send(exchange, new Answer(502, "<html>Bad gateway</html>"));
            }
            case CLOSED -> exchange.close();
            case CLOSED_AFTERWARDS -> {
                result(exchange, request);
                exchange.close();
            }
            case GONE -> {
                exchange.close();
                new Thread(this::goneForAWhile).start();
            }
            case EXPIRED -> {
                tokens.clear();
                send(exchange, result(exchange, request));
            }
        }
    }

    private @Nullable Mishap nextMishap(String request) {
        for (Map.Entry<String, List<Mishap>> entry : mishaps.entrySet()) {
            String kind = entry.getKey();
            boolean meant = kind.endsWith("/") ? request.startsWith(kind) : request.equals(kind);
            if (meant && !entry.getValue().isEmpty()) {
                return entry.getValue().remove(0);
            }
        }
        return null;
    }

    private void goneForAWhile() {
        server.stop(0);
        try {
            TimeUnit.SECONDS.sleep(2);
            server = listen(port);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer result(HttpExchange exchange, String request) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (request.equals("POST /applications/token")) {
            return token(body);
        }
        if (!tokens.contains(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Answer(401, "{\"title\":\"unauthorized\",\"status\":401}");
        }
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        if (request.startsWith("GET /jobs/")) {
            return job(Long.parseLong(request.substring("GET /jobs/".length())));
        }
        return switch (request) {
            case "GET /connections" -> connections(query);
            case "GET /sources" -> named("sourceId", query);
            case "GET /destinations" -> named("destinationId", query);
            case "GET /jobs" -> jobs(query);
            case "POST /jobs" -> startJob(AirbyteBodies.read(body));
            case "POST /sources" -> created(body, "sourceId");
            case "POST /destinations" -> created(body, "destinationId");
            case "POST /connections" -> created(body, "connectionId");
            default -> new Answer(404, "{\"title\":\"resource-not-found\",\"status\":404}");
        };
    }

    private Answer token(String body) {
        Map<String, Object> application = AirbyteBodies.read(body);
        boolean right = CLIENT_ID.equals(application.get("client_id"))
                && CLIENT_SECRET.equals(application.get("client_secret"))
                && "client_credentials".equals(application.get("grant-type"));
        if (!right) {
            return new Answer(400, "{\"message\":\"The client is not known\"}");
        }
        String token = "token " + tokens.size() + " " + requests.size();
        tokens.add("Bearer " + token);
        return new Answer(
                200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + tokenLife + "}");
    }

    private Answer connections(Map<String, String> query) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "20"));
        if (limit < 1 || limit > 100) {
            return new Answer(400, "{\"title\":\"bad-request\",\"detail\":\"limit is 1 to 100\"}");
        }
        return new Answer(
                200,
                connections.stream()
                        .filter(connection -> connection.workspace().equals(query.get("workspaceIds")))
                        .skip(Long.parseLong(query.getOrDefault("offset", "0")))
                        .limit(limit)
                        .map(connection -> "{\"connectionId\":\"" + connection.id() + "\",\"name\":"
                                + JsonString.encode(connection.name()) + "}")
                        .collect(Collectors.joining(",", "{\"data\":[", "],\"next\":\"\",\"previous\":\"\"}")));
    }

    private Answer jobs(Map<String, String> query) {
        String status = query.get("status");
        Comparator<Job> order = Comparator.comparingLong(job -> job.id);
        boolean descending = "updatedAt|DESC".equals(query.get("orderBy"));
        return new Answer(
                200,
                jobs.stream()
                        .filter(job -> job.connection.equals(query.get("connectionId")))
                        .filter(job -> status == null || status.equals(job.state()))
                        .sorted(descending ? order.reversed() : order)
                        .skip(Long.parseLong(query.getOrDefault("offset", "0")))
                        .limit(Long.parseLong(query.getOrDefault("limit", "20")))
                        .map(Job::json)
                        .collect(Collectors.joining(",", "{\"data\":[", "],\"next\":\"\",\"previous\":\"\"}")));
    }

    private Answer job(long id) {
        for (Job job : jobs) {
            if (job.id == id) {
                Answer answer = new Answer(200, job.json());
                job.moveOn();
                return answer;
            }
        }
        return new Answer(404, "{\"title\":\"resource-not-found\",\"status\":404}");
    }

    private Answer startJob(Map<String, Object> body) {
        if (!body.keySet().equals(Set.of("connectionId", "jobType")) || !"sync".equals(body.get("jobType"))) {
            return new Answer(400, "{\"title\":\"bad-request\",\"status\":400}");
        }
        String connection = String.valueOf(body.get("connectionId"));
        if (connections.stream().noneMatch(known -> known.id().equals(connection))) {
            return new Answer(404, "{\"title\":\"resource-not-found\",\"status\":404}");
        }
        if (refusal != null) {
            return refusal;
        }
        if (jobs.stream().anyMatch(job -> job.connection.equals(connection) && !job.isFinal())) {
            return conflict("try-again-later", "A sync is already running for: " + connection);
        }
        return new Answer(200, start(connection).json());
    }

    private Job start(String connection) {
        Job job = new Job(2L * OLD_SYNCS + 2 + started.size(), connection, course);
        jobs.add(job);
        started.merge(connection, 1, Integer::sum);
        return job;
    }

    private static Answer conflict(String title, String message) {
        return new Answer(
                409,
                "{\"status\":409,\"type\":\"https://reference.airbyte.com/reference/errors#" + title + "\",\"title\":\""
                        + title + "\",\"detail\":\"Please try again later.\",\"data\":{\"message\":\"" + message
                        + "\"}}");
    }

    private Answer created(String text, String key) {
        Map<String, Object> body = AirbyteBodies.read(text);
        List<String> faults = bodies.faults(key, body);
        if (!faults.isEmpty()) {
            return new Answer(
                    400, "{\"title\":\"bad-request\",\"detail\":" + JsonString.encode(String.join("; ", faults)) + "}");
        }
        String id = uuid(key + requests.size());
        bodies.created(id);
        accepted.add(body);
        made.computeIfAbsent(key, any -> new LinkedHashMap<>()).put(id, String.valueOf(body.get("name")));
        if (key.equals("connectionId")) {
            connection(id, String.valueOf(body.get("name")));
        }
        return new Answer(200, "{\"" + key + "\":\"" + id + "\"}");
    }

    private Answer named(String key, Map<String, String> query) {
        boolean isHere = WORKSPACE.equals(query.get("workspaceIds"));
        return new Answer(
                200,
                made.getOrDefault(key, Map.of()).entrySet().stream()
                        .filter(any -> isHere)
                        .skip(Long.parseLong(query.getOrDefault("offset", "0")))
                        .map(one -> "{\"" + key + "\":\"" + one.getKey() + "\",\"name\":"
                                + JsonString.encode(one.getValue()) + "}")
                        .collect(Collectors.joining(",", "{\"data\":[", "]}")));
    }

    private static Map<String, String> parameters(@Nullable String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : text == null ? new String[0] : text.split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.put(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
