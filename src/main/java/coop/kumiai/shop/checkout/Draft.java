package coop.kumiai.shop.checkout;

import coop.kumiai.web.Visit;

import jakarta.servlet.http.HttpSession;

import java.util.Optional;

/** What a member typed at the checkout, kept in the session until the order is confirmed. */
final class Draft {
    private Draft() {}

    static CheckoutForm of(HttpSession session, Visit visit) {
        return find(session, visit).orElseGet(CheckoutForm::blank);
    }

    static Optional<CheckoutForm> find(HttpSession session, Visit visit) {
        return Optional.ofNullable((CheckoutForm) session.getAttribute(name(visit)));
    }

    static void keep(HttpSession session, Visit visit, CheckoutForm form) {
        session.setAttribute(name(visit), form);
    }

    static void drop(HttpSession session, Visit visit) {
        session.removeAttribute(name(visit));
    }

    /** One browser may serve several members of several co-ops, one after the other. */
    private static String name(Visit visit) {
        return "checkout " + visit.coopId() + " " + visit.account();
    }
}
