package dev.headwater.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An API on the loopback interface whose answers are legal and awkward. */
final class OddApi implements AutoCloseable {

    /** Keys below which it has rows at {@code keys/<index>}. */
    static final List<String> KEYS = List.of(
            "user id",
            "$id",
            "1st",
            "x:y",
            "größe",
            "a/b",
            "last-modified",
            "where",
            "a\\b",
            "日本",
            "a|b",
            "a,b",
            "(x)",
            "#",
            "~",
            "@type",
            "odata.next",
            "plain_1");

    private final HttpServer server;
    private final List<String> requests = new ArrayList<>();
    private boolean changed;
    private boolean overQuota;

    OddApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Contact 1 and event 4 are new. */
    synchronized void change() {
        changed = true;
    }

    /** From now on it says no with status 200. */
    synchronized void exceedQuota() {
        overQuota = true;
    }

    /** What was asked since the last time. */
    synchronized List<String> requests() {
        List<String> asked = List.copyOf(requests);
        requests.clear();
        return asked;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        String path = exchange.getRequestURI().getPath().substring(1);
        if (path.equals("limited")) {
            exchange.getResponseHeaders().set("Location", "/limited-now");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
            return;
        }
        byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String body(String path) {
        return switch (path) {
            case "versions" -> versions();
            case "events" -> events();
            case "tagged" -> "[{\"id\": 1, \"tags\": [{\"t\": 1}, {\"t\": 2}, {\"t\": 3}]}, {\"id\": 2, \"tags\": []}]";
            case "settings" -> "{\"id\": 1, \"tags\": [{\"t\": 1}, {\"t\": 2}]}";
            case "limited-now" -> overQuota ? "{\"error\": \"quota\"}" : "{\"data\": {\"rows\": [{\"id\": 1}]}}";
            case "linked" -> "{\"value\": [{\"id\": 1}], \"@odata.nextLink\": \"" + url() + "linked-2\"}";
            case "linked-2" -> "{\"value\": [{\"id\": 2}]}";
            default -> keyed(KEYS.get(Integer.parseInt(path.substring("keys/".length()))));
        };
    }

    private static String keyed(String key) {
        return "{\"" + key.replace("\\", "\\\\") + "\": {\"in it\": [{\"id\": 1}, {\"id\": 2}]}}";
    }

    /** Versions of a row in no order, one row whose cursor is null, one without any. */
    private String versions() {
        return "{\"data\": [" + version(1, "old", "2026-01-01") + version(1, "new", "2026-01-03")
                + version(1, "mid", "2026-01-02") + (changed ? version(1, "newer", "2026-01-04") : "")
                + "{\"id\": 2, \"label\": \"null\", \"meta\": {\"changedAt\": null}}, {\"id\": 3, \"label\": \"none\"}]}";
    }

    private static String version(int id, String label, String day) {
        return "{\"id\": " + id + ", \"label\": \"" + label + "\", \"meta\": {\"changedAt\": \"" + day
                + "T00:00:00Z\"}}, ";
    }

    /** Two rows of the last second, which the next run gets again. */
    private String events() {
        return "{\"data\": [" + event(1, 1) + ", " + event(2, 2) + ", " + event(3, 2)
                + (changed ? ", " + event(4, 3) : "") + "]}";
    }

    private static String event(int id, int sequence) {
        return "{\"meta\": {\"id\": " + id + "}, \"seq\": " + sequence + "}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
