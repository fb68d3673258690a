package coop.kumiai.api;

import coop.kumiai.payments.CardPayments;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * 結果通知 of the card processor. It may come twice, late, or from anybody: it is no more than a hint
 * to inquire.
 */
@RestController
@RequestMapping("/api/v1/{coop}/card-notices")
@Allow(Who.VISITOR)
class CardNoticesApi {
    private final CardPayments cards;

    CardNoticesApi(CardPayments cards) {
        this.cards = cards;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hint that something happened to an order at the card processor")
    void cardNotice(Visit visit, @Valid @RequestBody CardNotice notice) {
        cards.noticed(visit.coopId(), notice.orderId());
    }

    /**
     * @param orderId the processor's name of the order
     */
    record CardNotice(@NotNull @Size(max = 27) String orderId) {}
}
