package coop.kumiai.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * A card processor that grants everything and thinks for a while first. It costs the machine as
 * little as it can; the demo's stand-in is the one that misbehaves.
 */
final class CardCompany implements AutoCloseable {
    private static final Duration THINKING = Duration.ofMillis(50);
    private static final int BACKLOG = 1_024;
    private final HttpServer server;
    private final Map<String, String> granted = new ConcurrentHashMap<>();
    private final JsonMapper json = JsonMapper.builder().build();

    CardCompany() throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many orders have money put by. */
    int granted() {
        return granted.size();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            var asked = json.readTree(call.getRequestBody());
            think();
            var order = asked.has("order") ? asked.path("order") : asked;
            var answer = told(order).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
        }
    }

    private String told(JsonNode order) {
        var id = order.path("orderId").asString();
        var amount = granted.computeIfAbsent(id, first -> order.path("amount").asString());
        return """
        {"orderReference": {"orderId": "%s", "accessId": "access-%s", "status": "AUTH", "amount": "%s", "errorCode": ""},
         "creditResult": {"brand": "VISA", "maskedCardNumber": "************1111"}}
        """
                .formatted(id, id, amount);
    }

    private static void think() {
        try {
            Thread.sleep(THINKING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
