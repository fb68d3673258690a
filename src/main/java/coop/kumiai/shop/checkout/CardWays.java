package coop.kumiai.shop.checkout;

import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.KeptCard;
import coop.kumiai.payments.KeptCards;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.shop.OrderWords;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Visit;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/**
 * The cards that a visitor of the checkout may pay with: the one just typed, and those that the
 * processor keeps for the member. Whoever acts for a member has the first only.
 */
@Component
class CardWays {
    private final KeptCards kept;
    private final SignedInMember member;

    CardWays(KeptCards kept, SignedInMember member) {
        this.kept = kept;
        this.member = member;
    }

    List<KeptCard> kept(Visit visit) {
        return visit.acting().isPresent()
                ? List.of()
                : kept.usable(visit.coopId(), member.of(visit).memberId());
    }

    /** The card that was chosen; empty while it is not typed yet. */
    Optional<CardChoice> choice(Visit visit, HttpSession session, CheckoutForm form) {
        var chosen = form.keptCard();
        if (chosen.isPresent()) {
            return kept(visit).stream()
                    .map(KeptCard::cardId)
                    .filter(chosen.get()::equals)
                    .findFirst()
                    .map(CardChoice.Kept::new);
        }
        return TypedCard.find(session, visit)
                .map(
                        it ->
                                new CardChoice.Typed(
                                        it.token(),
                                        it.typedAt(),
                                        canKeep(visit) && form.keepsCard()));
    }

    /** The card of somebody who acts for a member is not the member's. */
    boolean canKeep(Visit visit) {
        return visit.acting().isEmpty();
    }

    /** How the letter names the way of payment. */
    String words(Visit visit, HttpSession session, CheckoutForm form) {
        if (!form.byCard()) {
            return OrderWords.payment(form.method());
        }
        var chosen = form.keptCard();
        var card =
                chosen.isPresent()
                        ? kept(visit).stream()
                                .filter(it -> it.cardId().equals(chosen.get()))
                                .findFirst()
                                .map(KeptCard::label)
                        : TypedCard.find(session, visit).map(TypedCard::label);
        return OrderWords.payment(PaymentMethod.CARD) + card.map("（%s）"::formatted).orElse("");
    }
}
