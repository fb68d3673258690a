package coop.kumiai.api;

import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.CardCheckout;
import coop.kumiai.orders.CardOutcome;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.web.Allow;
import coop.kumiai.web.PublicAddress;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.UUID;

/** Orders that are paid by card (N-PAY-3, N-PAY-4): confirming, proving who it is, giving up. */
@RestController
@RequestMapping("/api/v1/{coop}/card-orders")
@Allow(Who.MEMBER)
class CardOrdersApi {
    private final CardCheckout checkout;
    private final PublicAddress address;
    private final Clock clock;

    CardOrdersApi(CardCheckout checkout, PublicAddress address, Clock clock) {
        this.checkout = checkout;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Confirms the cart, to be paid by card. Where the card company asks who it is, the order is
     * held and the browser is sent to {@code proofUrl}; afterwards ask for the result.
     */
    @PostMapping
    @Operation(summary = "Confirm the cart as an order that a card pays")
    @ApiResponse(responseCode = "201", description = "Ordered", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "202",
            description = "Held until the card company has answered",
            useReturnTypeSchema = true)
    ResponseEntity<CardOrderJson> confirmCardOrder(
            Visit visit,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody CardConfirmRequest asked) {
        var outcome =
                checkout.confirm(
                        visit.coopId(),
                        visit.account(),
                        visit.acting(),
                        asked.order().confirmation(key),
                        asked.choice(clock, visit.acting().isEmpty()),
                        id -> address.of(visit.coopId(), "orders/" + id + "/paid"));
        return answer(outcome);
    }

    /** What came of it, found out at the processor where it is open (N-PAY-4). */
    @PostMapping("/{order}/result")
    @Operation(summary = "Find out what became of an order that waits for its card")
    ResponseEntity<CardOrderJson> cardOrderResult(Visit visit, @PathVariable UUID order) {
        return answer(checkout.settle(visit.coopId(), visit.account(), visit.acting(), order));
    }

    private ResponseEntity<CardOrderJson> answer(CardOutcome outcome) {
        return switch (outcome) {
            case CardOutcome.Ordered it ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(
                                    new CardOrderJson(
                                            "ordered",
                                            it.order().id(),
                                            null,
                                            OrderJson.of(it.order(), clock.instant())));
            case CardOutcome.Challenge it ->
                    ResponseEntity.accepted()
                            .body(
                                    new CardOrderJson(
                                            "proof", it.orderId(), it.page().toString(), null));
            case CardOutcome.Waiting it ->
                    ResponseEntity.accepted()
                            .body(new CardOrderJson("waiting", it.orderId(), null, null));
            case CardOutcome.Unpaid it -> throw Refused.because(it.why());
        };
    }

    /**
     * Where it stands.
     *
     * @param state {@code ordered}, {@code proof} while the card company asks, {@code waiting}
     * @param proofUrl where the browser proves who it is
     */
    record CardOrderJson(
            String state, UUID orderId, @Nullable String proofUrl, @Nullable OrderJson order) {}

    /**
     * The confirmation and the card.
     *
     * @param order as for any order; its payment is {@code card}
     * @param token that the processor gave for a card typed just now, or empty
     * @param keptCard a card that the processor keeps for the member, when there is no token
     * @param keep whether the processor shall keep the typed card
     */
    record CardConfirmRequest(
            @NotNull @Valid OrdersApi.ConfirmRequest order,
            @NotNull @Size(max = 200) String token,
            @Nullable UUID keptCard,
            boolean keep) {
        CardChoice choice(Clock clock, boolean canKeep) {
            return keptCard == null
                    ? new CardChoice.Typed(token, clock.instant(), canKeep && keep)
                    : new CardChoice.Kept(keptCard);
        }
    }
}
