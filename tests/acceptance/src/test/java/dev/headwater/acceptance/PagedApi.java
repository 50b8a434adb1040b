package dev.headwater.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An API on the loopback interface that knows who asks in every way, and hands out five rows, two a page, in every way.
 * The first part of a path is the source, the second the endpoint.
 */
final class PagedApi implements AutoCloseable {

    static final String SECRET = "s3cret value";

    private final HttpServer server;
    private final List<String> requests = new ArrayList<>();
    private boolean changed;

    PagedApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String source) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + source + "/";
    }

    synchronized void change() {
        changed = true;
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String[] parts = path.split("/", -1);
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        requests.add(path + "?" + exchange.getRequestURI().getRawQuery());
        if (parts[1].equals("token")) {
            Map<String, String> form =
                    parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean right = SECRET.equals(form.get("client_secret")) && "read".equals(form.get("scope"));
            send(exchange, right ? 200 : 401, "{\"access_token\": \"fetched\", \"expires_in\": 3600}");
        } else if (!isKnown(parts[1], exchange, query)) {
            send(exchange, 401, "{}");
        } else {
            page(exchange, parts[1], parts[2], query);
        }
    }

    private static boolean isKnown(String source, HttpExchange exchange, Map<String, String> query) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String cookies = exchange.getRequestHeaders().getFirst("Cookie");
        return switch (source) {
            case "bearer_api" -> ("Bearer " + SECRET).equals(authorization);
            case "header_api", "order_desk" ->
                SECRET.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"));
            case "query_api" -> SECRET.equals(query.get("key"));
            case "cookie_api" -> cookies != null && cookies.contains("session=") && cookies.contains(SECRET);
            case "basic_api" ->
                ("Basic " + Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(StandardCharsets.UTF_8)))
                        .equals(authorization);
            case "oauth_api" -> "Bearer fetched".equals(authorization);
            default -> authorization == null;
        };
    }

    private void page(HttpExchange exchange, String source, String endpoint, Map<String, String> query)
            throws IOException {
        if (endpoint.equals("single")) {
            send(exchange, 200, "[{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]");
            return;
        }
        List<String> rows = endpoint.equals("keyset") ? orderLines() : items();
        int from = from(query);
        int to = Math.min(from + 2, rows.size());
        boolean more = to < rows.size();
        String way = endpoint.equals("any") ? way(source) : endpoint;
        String next = url(source) + endpoint + "?from=" + to;
        StringBuilder body = new StringBuilder("{\"data\": {\"items\": [")
                .append(String.join(", ", rows.subList(Math.min(from, to), to)))
                .append("]}");
        switch (way) {
            case "json_link", "keyset" -> body.append(more ? ", \"links\": {\"next\": \"" + next + "\"}" : "");
            case "cursor" -> body.append(more ? ", \"next\": \"" + to + "\"" : "");
            case "offset" -> body.append(", \"total\": ").append(rows.size());
            case "page" -> body.append(", \"pages\": ").append((rows.size() + 1) / 2);
            case "header_link" -> header(exchange, more, "Link", "<" + next + ">; rel=\"next\"");
            case "header_cursor" -> header(exchange, more, "X-Next", Integer.toString(to));
            default -> {}
        }
        send(exchange, 200, body.append('}').toString());
    }

    private static void header(HttpExchange exchange, boolean more, String name, String value) {
        if (more) {
            exchange.getResponseHeaders().set(name, value);
        }
    }

    private static String way(String source) {
        return switch (source) {
            case "header_api" -> "header_link";
            case "basic_api" -> "cursor";
            case "oauth_api" -> "header_cursor";
            case "open_api" -> "json_link";
            default -> "none";
        };
    }

    private static int from(Map<String, String> query) {
        if (query.containsKey("page")) {
            return 2 * (Integer.parseInt(query.getOrDefault("page", "1")) - 1);
        }
        return Integer.parseInt(
                query.getOrDefault("offset", query.getOrDefault("cursor", query.getOrDefault("from", "0"))));
    }

    private List<String> items() {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= (changed ? 6 : 5); i++) {
            rows.add("{\"id\": " + i + ", \"label\": \"" + (changed && i == 3 ? "changed" : "as ever") + "\"}");
        }
        return rows;
    }

    private List<String> orderLines() {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            rows.add(orderLine(i, "2026-02-0" + i + "T10:00:00Z", 10 * i));
        }
        if (changed) {
            rows.set(4, orderLine(5, "2026-02-07T10:00:00Z", 55));
            rows.add(orderLine(6, "2026-02-08T10:00:00Z", 60));
        }
        return rows;
    }

    private static String orderLine(int line, String changedAt, int amount) {
        return "{\"orderId\": \"o1\", \"position\": {\"lineNo\": " + line + "}, \"changedAt\": \"" + changedAt
                + "\", \"order\": "
                + line
                + ", \"deliveries\": {\"first\": {\"dateOfDeliveryToTheCustomer\": \"2026-03-01T01:00:00+09:00\"}}"
                + ", \"orderedAt\": \"2026-01-05T10:00:00\", \"due\": \"2026-02-01\", \"isOpen\": true, \"amount\": "
                + amount + ".25, \"weight\": 1.5, \"payload\": {\"a\": [1, 2]}, \"customer\": {\"email\": \"e@x.io\"}}";
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : text == null ? new String[0] : text.split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.put(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
