package coop.kumiai.notifications;

import coop.kumiai.aftercare.TroubleAnswered;
import coop.kumiai.aftercare.Troubles;
import coop.kumiai.orders.Orders;
import coop.kumiai.policies.Coops;
import coop.kumiai.stores.Stores;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.Map;

/** Tells a member what the store answers about goods that were not right (N-RET-2). */
@Component
class TroubleLetters {
    private final Troubles troubles;
    private final Orders orders;
    private final Stores stores;
    private final Recipients recipients;
    private final Coops coops;
    private final Writing writing;
    private final PostOffice post;

    TroubleLetters(
            Troubles troubles,
            Orders orders,
            Stores stores,
            Recipients recipients,
            Coops coops,
            Writing writing,
            PostOffice post) {
        this.troubles = troubles;
        this.orders = orders;
        this.stores = stores;
        this.recipients = recipients;
        this.coops = coops;
        this.writing = writing;
        this.post = post;
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(TroubleAnswered answered) {
        var coop = answered.coop();
        var trouble = troubles.get(coop, answered.troubleId());
        var order = orders.get(coop, trouble.orderId());
        var parameters =
                Map.of(
                        "frame",
                        LetterFrame.of(coops.get(coop.code()), writing),
                        "number",
                        order.number(),
                        "answer",
                        trouble.answer(),
                        "link",
                        writing.link(coop, "orders/" + order.id()),
                        "phone",
                        stores.get(coop, order.slot().storeId()).phone());
        recipients
                .member(coop, trouble.memberId())
                .ifPresent(to -> post.send(coop, letter(answered, to, order.number(), parameters)));
    }

    private Letter letter(
            TroubleAnswered answered, Recipient to, String number, Map<String, ?> parameters) {
        var all = new java.util.HashMap<String, Object>(parameters);
        all.put("name", to.name());
        return new Letter(
                "trouble." + answered.troubleId(),
                to.email(),
                "お届けした商品について（ご注文番号 %s）".formatted(number),
                writing.text("trouble-answered", all));
    }
}
