package coop.kumiai.api;

import coop.kumiai.orders.Orders;
import coop.kumiai.orders.PlaceOrder;
import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The orders of the member: confirming the cart, the purchase history, cancelling. */
@RestController
@RequestMapping("/api/v1/{coop}/orders")
@Allow(Who.MEMBER)
class OrdersApi {
    /** Says that the answer is that of an earlier call with the same key. */
    private static final String HIT = "Idempotency-Hit";

    private final Orders orders;
    private final Clock clock;

    OrdersApi(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Confirms the cart (注文確定). The key is made by the caller, 8 to 100 characters, new for every
     * order and the same for every repeat: a repeat finds the order that the first call made.
     */
    @PostMapping
    @Operation(summary = "Confirm the cart as an order")
    @ApiResponse(responseCode = "201", description = "Confirmed", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200",
            description = "A repeat: the order that the first call made (Idempotency-Hit: true)",
            useReturnTypeSchema = true)
    ResponseEntity<OrderJson> confirmOrder(
            Visit visit,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody ConfirmRequest asked) {
        var placed = orders.confirm(visit.coopId(), visit.account(), asked.confirmation(key));
        var order = placed.order();
        var answer =
                placed.repeated()
                        ? ResponseEntity.ok().header(HIT, "true")
                        : ResponseEntity.status(HttpStatus.CREATED);
        return answer.location(
                        URI.create("/api/v1/%s/orders/%s".formatted(visit.coopId(), order.id())))
                .body(OrderJson.of(order, clock.instant()));
    }

    /** The purchase history (購入履歴), the latest first. */
    @GetMapping
    @Operation(summary = "The purchase history, the latest first")
    History orders(
            Visit visit,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var page = orders.history(visit.coopId(), visit.account(), after, limit);
        var now = clock.instant();
        return new History(
                page.orders().stream().map(order -> OrderJson.of(order, now)).toList(),
                page.next());
    }

    @GetMapping("/{order}")
    @Operation(summary = "One order")
    OrderJson order(Visit visit, @PathVariable UUID order) {
        return OrderJson.of(orders.own(visit.coopId(), visit.account(), order), clock.instant());
    }

    /** Cancels the whole order, before the cutoff of its slot (N-ORD-6, N-ORD-8). */
    @PostMapping("/{order}/cancellation")
    @Operation(summary = "Cancel an order before its cutoff")
    OrderJson cancelOrder(Visit visit, @PathVariable UUID order) {
        return OrderJson.of(orders.cancel(visit.coopId(), visit.account(), order), clock.instant());
    }

    /**
     * @param next what to ask for as {@code after} for the part after this one
     */
    record History(List<OrderJson> data, Optional<UUID> next) {}

    /**
     * The confirmation of the cart that was shown.
     *
     * @param revision of that cart: another one is not confirmed
     * @param remarks 備考, empty for none
     * @param receiptTo 領収書の宛名, empty when no receipt is wanted
     */
    record ConfirmRequest(
            @NotNull UUID cartId,
            @NotNull String revision,
            @NotNull String payment,
            @NotNull @Pattern(regexp = "substitute|cancel") String shortage,
            @NotNull String remarks,
            int chopsticks,
            int spoons,
            boolean receipt,
            @NotNull String receiptTo,
            boolean leaveAtDoor) {
        PlaceOrder confirmation(String key) {
            return new PlaceOrder(key, cartId, revision, PaymentMethod.require(payment), wishes());
        }

        private Wishes wishes() {
            return new Wishes(
                    Wishes.Shortage.read(shortage).orElseThrow(),
                    remarks,
                    chopsticks,
                    spoons,
                    receipt,
                    receiptTo,
                    leaveAtDoor);
        }
    }
}
