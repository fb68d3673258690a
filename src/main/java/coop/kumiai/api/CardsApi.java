package coop.kumiai.api;

import coop.kumiai.cards.CardChecks;
import coop.kumiai.cards.CheckedCard;
import coop.kumiai.web.Allow;
import coop.kumiai.web.SignedInTill;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tills ask whose code they have read off a card (X-CARD-1, U-CARD-1). */
@RestController
@Allow(Who.TILL)
class CardsApi {
    private final CardChecks checks;

    CardsApi(CardChecks checks) {
        this.checks = checks;
    }

    @PostMapping("/api/v1/{coop}/cards/verify")
    @Operation(
            summary =
                    "Take the code of a digital card, which counts once, or the number of an older"
                            + " card")
    CheckedCardJson verifyCard(
            Visit visit, SignedInTill till, @Valid @RequestBody CardCodeRequest read) {
        return CheckedCardJson.of(checks.check(visit.coopId(), till.tillId(), read.code()));
    }

    /**
     * @param code as the scanner has read it
     */
    record CardCodeRequest(@NotNull String code) {
        /** A code is never printed. */
        @Override
        public String toString() {
            return "CardCodeRequest";
        }
    }

    /**
     * @param name as the card shows it: a changed name follows some business days later
     * @param memberPrice whether the bearer gets the member price today
     * @param mayPay whether a payment may rest on it: never on the number of an older card
     */
    record CheckedCardJson(String memberCode, String name, boolean memberPrice, boolean mayPay) {
        static CheckedCardJson of(CheckedCard card) {
            return new CheckedCardJson(
                    card.memberCode().digits(), card.name(), card.memberPrice(), card.mayPay());
        }
    }
}
