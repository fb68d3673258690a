package coop.kumiai.shop.charge;

import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardBrand;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.StoreChain;
import coop.kumiai.wallet.Channel;
import coop.kumiai.web.Visit;

import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a member has chosen so far, kept in the session until it is confirmed.
 *
 * @param key of the charge: pressed twice it is one
 * @param way {@code store}, {@code card}, or {@code card.} and the id of a kept one
 * @param typed the card that was typed at the processor
 */
record ChargeDraft(String key, long yen, String way, String chain, @Nullable Typed typed)
        implements Serializable {
    static final String STORE = "store";
    static final String CARD = "card";
    private static final String KEPT = "card.";

    /** A card as far as we may know it. */
    record Typed(String token, CardBrand brand, String lastFour, Instant at)
            implements Serializable {
        String label() {
            return brand.label() + " 末尾" + lastFour;
        }
    }

    static Optional<ChargeDraft> find(HttpSession session, Visit visit) {
        return Optional.ofNullable((ChargeDraft) session.getAttribute(name(visit)));
    }

    void keep(HttpSession session, Visit visit) {
        session.setAttribute(name(visit), this);
    }

    static void drop(HttpSession session, Visit visit) {
        session.removeAttribute(name(visit));
    }

    ChargeDraft with(Typed card) {
        return new ChargeDraft(key, yen, way, chain, card);
    }

    Yen amount() {
        return Yen.of(yen);
    }

    Channel channel() {
        return way.equals(STORE) ? Channel.CONVENIENCE : Channel.CARD;
    }

    StoreChain store() {
        return StoreChain.of(chain).orElse(StoreChain.SEVEN_ELEVEN);
    }

    /** The card that the processor keeps and that was chosen. */
    Optional<UUID> keptCard() {
        return way.startsWith(KEPT)
                ? Optional.of(coop.kumiai.shop.Typed.id(way.substring(KEPT.length())))
                : Optional.empty();
    }

    static String ofKept(UUID cardId) {
        return KEPT + cardId;
    }

    /** The card to be asked; empty while it is not typed yet, and where another way was chosen. */
    Optional<CardChoice> card() {
        if (channel() != Channel.CARD) {
            return Optional.empty();
        }
        return keptCard()
                .<CardChoice>map(CardChoice.Kept::new)
                .or(
                        () ->
                                Optional.ofNullable(typed)
                                        .map(
                                                it ->
                                                        new CardChoice.Typed(
                                                                it.token(), it.at(), false)));
    }

    private static String name(Visit visit) {
        return "charge " + visit.coopId() + " " + visit.account();
    }
}
