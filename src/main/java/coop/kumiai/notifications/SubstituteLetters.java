package coop.kumiai.notifications;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.policies.Coops;
import coop.kumiai.stores.Stores;
import coop.kumiai.substitution.SubstituteAsked;
import coop.kumiai.substitution.Substitutes;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.HashMap;

/**
 * Asks a member by mail whether a substitute may be put in, with a link for each answer (X-PICK-1).
 */
@Component
class SubstituteLetters {
    private final Substitutes substitutes;
    private final Orders orders;
    private final Stores stores;
    private final Recipients recipients;
    private final Coops coops;
    private final Writing writing;
    private final PostOffice post;

    SubstituteLetters(
            Substitutes substitutes,
            Orders orders,
            Stores stores,
            Recipients recipients,
            Coops coops,
            Writing writing,
            PostOffice post) {
        this.substitutes = substitutes;
        this.orders = orders;
        this.stores = stores;
        this.recipients = recipients;
        this.coops = coops;
        this.writing = writing;
        this.post = post;
    }

    /** A question that the picker has taken back meanwhile is not asked. */
    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(SubstituteAsked asked) {
        try {
            ask(asked);
        } catch (NotFound takenBack) {
            return;
        }
    }

    private void ask(SubstituteAsked asked) {
        var coop = asked.coop();
        var offer = substitutes.get(coop, asked.offerId());
        var order = orders.get(coop, offer.orderId());
        var link = writing.link(coop, "substitutes/" + substitutes.token(coop, offer.offerId()));
        var all = new HashMap<String, Object>();
        all.put("frame", LetterFrame.of(coops.get(coop.code()), writing));
        all.put("number", order.number());
        all.put(
                "sort",
                order.current().lines().stream()
                        .filter(it -> it.number() == offer.line())
                        .map(OrderLine::name)
                        .findFirst()
                        .orElse(""));
        all.put("offer", offer);
        all.put("until", JapaneseDates.moment(offer.answerUntil()));
        all.put("link", link);
        all.put("phone", stores.get(coop, offer.slot().storeId()).phone());
        recipients
                .member(coop, order.memberId())
                .ifPresent(
                        to -> {
                            all.put("name", to.name());
                            post.send(
                                    coop,
                                    new Letter(
                                            "substitute." + offer.offerId(),
                                            to.email(),
                                            "代わりの品でよいですか（ご注文番号 %s）".formatted(order.number()),
                                            writing.text("substitute-asked", all)));
                        });
    }
}
