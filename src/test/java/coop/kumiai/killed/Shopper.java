package coop.kumiai.killed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A member who orders again and again by the API and, whenever the connection breaks, asks again
 * under the same key: what every app does.
 */
final class Shopper {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern REVISION = Pattern.compile("\"revision\":\"([^\"]+)\"");

    /** 20 places: it fills while the process dies. */
    private static final int SMALL_SLOT = 1;

    private static final int SLOTS = 5;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int number;
    private final List<String> orders = new ArrayList<>();
    private Optional<Confirmation> open = Optional.empty();
    private int made;

    Shopper(int number) {
        this.number = number;
    }

    /** What was sent and has no answer yet. */
    private record Confirmation(String key, String body) {}

    /** The ids of the orders that were acknowledged. */
    List<String> orders() {
        return List.copyOf(orders);
    }

    /** Orders until the process dies. */
    void shop(int port) {
        try {
            while (true) {
                fillCart(port);
                confirm(port);
            }
        } catch (IOException killed) {
            // what is open is asked again when the process is back
        }
    }

    boolean hasOpen() {
        return open.isPresent();
    }

    /** Asks again for what has no answer. */
    void askAgain(int port) throws IOException {
        if (open.isPresent()) {
            confirm(port);
        }
    }

    private void fillCart(int port) throws IOException {
        made++;
        var slot = 1 + (number + made) % SLOTS;
        call(
                port,
                "PUT",
                "delivery",
                """
                {"addressId": "%s", "slot": {"day": "%s", "number": %d}}
                """
                        .formatted(
                                Shoppers.address(number),
                                slot == SMALL_SLOT ? "2026-11-21" : "2026-11-22",
                                slot));
        var cart = call(port, "PUT", "cart/lines/" + Shoppers.GOODS, "{\"quantity\": 2}");
        open =
                Optional.of(
                        new Confirmation(
                                "key-%d-%d-%s".formatted(number, made, UUID.randomUUID()),
                                """
                                {"cartId": "%s", "revision": "%s", "payment": "cash_on_delivery", "shortage": "cancel",
                                 "remarks": "", "chopsticks": 0, "spoons": 0, "receipt": false, "receiptTo": "",
                                 "leaveAtDoor": false}
                                """
                                        .formatted(
                                                first(ID, cart.body()),
                                                first(REVISION, cart.body()))));
    }

    /** 201: made; 200: it had been made; 422: refused, such as a slot that has become full. */
    private void confirm(int port) throws IOException {
        var asked = open.orElseThrow();
        var answer = call(port, "POST", "orders", asked.body(), "Idempotency-Key", asked.key());
        switch (answer.statusCode()) {
            case 200, 201 -> orders.add(first(ID, answer.body()));
            case 422 -> {}
            default -> throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        open = Optional.empty();
    }

    private HttpResponse<String> call(
            int port, String method, String path, String body, String... headers)
            throws IOException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/api/v1/%s/%s"
                                                .formatted(port, Shop.COOP, path)))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + Shoppers.token(number))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String first(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        if (!found.find()) {
            throw new IllegalStateException(body);
        }
        return found.group(1);
    }
}
