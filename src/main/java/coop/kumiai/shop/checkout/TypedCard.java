package coop.kumiai.shop.checkout;

import coop.kumiai.payments.CardBrand;
import coop.kumiai.web.Visit;

import jakarta.servlet.http.HttpSession;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A card that the member typed on the processor's page, as far as a shop may know it: kept in the
 * session until it is used (N-PAY-3).
 *
 * @param token that stands for it at the processor
 */
record TypedCard(String token, CardBrand brand, String lastFour, Instant typedAt)
        implements Serializable {

    String label() {
        return brand.label() + " 末尾" + lastFour;
    }

    static Optional<TypedCard> find(HttpSession session, Visit visit) {
        return Optional.ofNullable((TypedCard) session.getAttribute(name(visit)));
    }

    void keep(HttpSession session, Visit visit) {
        session.setAttribute(name(visit), this);
    }

    static void drop(HttpSession session, Visit visit) {
        session.removeAttribute(name(visit));
    }

    private static String name(Visit visit) {
        return "card " + visit.coopId() + " " + visit.account();
    }
}
