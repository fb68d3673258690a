package coop.kumiai.notifications;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.policies.Coops;
import coop.kumiai.stores.SlotTrouble;
import coop.kumiai.stores.SlotTroubleTold;
import coop.kumiai.stores.SlotTroubles;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.Map;

/** Tells the members of a slot by mail what becomes of it (N-SLOT-7), each order once. */
@Component
class SlotLetters {
    private final SlotTroubles troubles;
    private final Orders orders;
    private final Slots slots;
    private final Stores stores;
    private final Coops coops;
    private final Recipients recipients;
    private final Writing writing;
    private final PostOffice post;

    SlotLetters(
            SlotTroubles troubles,
            Orders orders,
            Slots slots,
            Stores stores,
            Coops coops,
            Recipients recipients,
            Writing writing,
            PostOffice post) {
        this.troubles = troubles;
        this.orders = orders;
        this.slots = slots;
        this.stores = stores;
        this.coops = coops;
        this.recipients = recipients;
        this.writing = writing;
        this.post = post;
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(SlotTroubleTold told) {
        var trouble = troubles.get(told.coop(), told.trouble());
        orders.ordersOfSlot(told.coop(), trouble.slot())
                .forEach(order -> tell(told.coop(), trouble, order));
    }

    private void tell(CoopId coop, SlotTrouble trouble, Order order) {
        recipients
                .member(coop, order.memberId())
                .ifPresent(
                        to ->
                                post.send(
                                        coop,
                                        new Letter(
                                                "slot-trouble.%s.%s"
                                                        .formatted(trouble.id(), order.id()),
                                                to.email(),
                                                subject(trouble.kind()),
                                                text(coop, trouble, order, to))));
    }

    private String text(CoopId coop, SlotTrouble trouble, Order order, Recipient to) {
        return writing.text(
                "slot-trouble",
                Map.of(
                        "frame",
                        LetterFrame.of(coops.get(coop.code()), writing),
                        "name",
                        to.name(),
                        "number",
                        order.number(),
                        "trouble",
                        trouble,
                        "slot",
                        slots.get(coop, trouble.slot()),
                        "store",
                        stores.get(coop, trouble.slot().storeId()),
                        "link",
                        writing.link(coop, "orders/" + order.id())));
    }

    private static String subject(SlotTrouble.Kind kind) {
        return switch (kind) {
            case DELAYED -> "お届けが遅れます";
            case STOPPED -> "お届けの便を休止します";
            case AS_PLANNED -> "予定どおりお届けします";
        };
    }
}
