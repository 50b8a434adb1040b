package dev.headwater.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small CRM on the loopback interface, with pages, nested fields and a bearer token. */
public final class CrmApi implements AutoCloseable {

    /** The token that it wants. */
    public static final String TOKEN = "demo-token";

    private final HttpServer server;
    private final List<Contact> contacts = new ArrayList<>();
    private final List<String> deals = new ArrayList<>();

    private record Contact(String id, String email, String updatedAt) {}

    /**
     * Starts it on a free port.
     *
     * @throws IOException when no port can be had
     */
    public CrmApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/crm/objects/contacts", exchange -> answer(exchange, this::contacts));
        server.createContext("/crm/objects/companies", exchange -> answer(exchange, CrmApi::companies));
        server.createContext("/crm/objects/deals", exchange -> answer(exchange, this::deals));
        for (int i = 1; i <= 5; i++) {
            contacts.add(new Contact("c" + i, "person" + i + "@example.com", "2026-02-0" + i + "T10:00:00Z"));
            deals.add(deal("d" + i, i * 100, "2026-03-0" + Math.min(i, 4) + "T08:30:00+02:00"));
        }
        server.start();
    }

    /** Lets time pass: one contact changes, one contact and one deal are new. */
    public synchronized void change() {
        contacts.removeIf(contact -> contact.id().equals("c3"));
        contacts.add(new Contact("c3", "changed@example.com", "2026-02-20T10:00:00Z"));
        contacts.add(new Contact("c6", "person6@example.com", "2026-02-21T10:00:00Z"));
        deals.add(deal("d1", 150, "2026-03-09T08:30:00+02:00"));
    }

    /**
     * What all its endpoints begin with.
     *
     * @return a URL on the loopback interface
     */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/crm/";
    }

    private interface Endpoint {
        String answer(Map<String, String> parameters);
    }

    private static void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = known ? endpoint.answer(parameters(exchange)) : "{\"message\": \"unauthorised\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(known ? 200 : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String part : query == null ? new String[0] : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            parameters.put(pair[0], URLDecoder.decode(pair.length > 1 ? pair[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private synchronized String contacts(Map<String, String> parameters) {
        String since = parameters.getOrDefault("updated_since", "");
        List<String> rows = contacts.stream()
                .filter(contact -> contact.updatedAt().compareTo(since) >= 0)
                .map(contact -> "{\"id\": \"" + contact.id() + "\", \"createdAt\": \"2026-01-15T23:30:00-05:00\","
                        + " \"updatedAt\": \"" + contact.updatedAt() + "\", \"archived\": false,"
                        + " \"properties\": {\"email\": \"" + contact.email()
                        + "\", \"lifecycleStage\": \"lead\"}}")
                .toList();
        int from = Integer.parseInt(parameters.getOrDefault("after", "0"));
        int to = Math.min(from + 2, rows.size());
        String next = to < rows.size() ? ", \"paging\": {\"next\": {\"after\": \"" + to + "\"}}" : "";
        return "{\"results\": [" + String.join(", ", rows.subList(Math.min(from, to), to)) + "]" + next + "}";
    }

    private static String companies(Map<String, String> parameters) {
        int page = Integer.parseInt(parameters.getOrDefault("page", "1"));
        List<String> rows = new ArrayList<>();
        for (int i = page * 2 - 1; i <= Math.min(page * 2, 5); i++) {
            rows.add("{\"id\": \"k" + i + "\", \"properties\": {\"name\": \"Company " + i + "\", \"employees\": "
                    + i * 10 + "}}");
        }
        return "{\"results\": [" + String.join(", ", rows) + "]}";
    }

    private synchronized String deals(Map<String, String> parameters) {
        int from = Math.min(Integer.parseInt(parameters.getOrDefault("offset", "0")), deals.size());
        int to = Math.min(from + 2, deals.size());
        return "{\"results\": [" + String.join(", ", deals.subList(from, to)) + "]}";
    }

    private static String deal(String id, int amount, String modifiedAt) {
        return "{\"id\": \"" + id + "\", \"modifiedAt\": \"" + modifiedAt + "\", \"properties\": {\"amount\": " + amount
                + ".50}}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
