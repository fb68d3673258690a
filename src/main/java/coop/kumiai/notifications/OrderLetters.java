package coop.kumiai.notifications;

import coop.kumiai.accounts.Representations;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderAmended;
import coop.kumiai.orders.OrderCancelled;
import coop.kumiai.orders.OrderPicked;
import coop.kumiai.orders.OrderPlaced;
import coop.kumiai.orders.OrderVersion;
import coop.kumiai.orders.Orders;
import coop.kumiai.policies.Coops;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells members by mail what becomes of their orders (N-ORD-5). A letter prints the version that it
 * was announced for, also when it is late.
 */
@Component
class OrderLetters {
    private final Orders orders;
    private final Coops coops;
    private final Slots slots;
    private final Stores stores;
    private final Recipients recipients;
    private final Representations representations;
    private final Writing writing;
    private final PostOffice post;

    OrderLetters(
            Orders orders,
            Coops coops,
            Slots slots,
            Stores stores,
            Recipients recipients,
            Representations representations,
            Writing writing,
            PostOffice post) {
        this.orders = orders;
        this.coops = coops;
        this.slots = slots;
        this.stores = stores;
        this.recipients = recipients;
        this.representations = representations;
        this.writing = writing;
        this.post = post;
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(OrderPlaced placed) {
        tell(placed.coop(), placed.id(), placed.version(), "order-placed", "ご注文を承りました");
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(OrderAmended amended) {
        tell(amended.coop(), amended.id(), amended.version(), "order-amended", "ご注文の変更を承りました");
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(OrderCancelled cancelled) {
        tell(
                cancelled.coop(),
                cancelled.id(),
                cancelled.version(),
                "order-cancelled",
                "ご注文を取り消しました");
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(OrderPicked picked) {
        tell(picked.coop(), picked.id(), picked.version(), "order-picked", "お支払い金額が決まりました");
    }

    private void tell(CoopId coop, UUID orderId, int version, String template, String subject) {
        var order = orders.get(coop, orderId);
        var recipient = recipients.member(coop, order.memberId());
        if (recipient.isEmpty()) {
            return;
        }
        var news = news(coop, order, recipient.get(), version);
        post.send(
                coop,
                new Letter(
                        "%s.%s.%d".formatted(template, orderId, version),
                        recipient.get().email(),
                        "%s（ご注文番号 %s）".formatted(subject, order.number()),
                        writing.text(template, Map.of("order", news))));
    }

    private OrderNews news(CoopId coop, Order order, Recipient recipient, int number) {
        var versions = versions(coop, order, recipient, number);
        var version = versions.getLast();
        var names = representations.names(coop, recipient.accountId());
        return new OrderNews(
                LetterFrame.of(coops.get(coop.code()), writing),
                recipient.name(),
                order.number(),
                version,
                slot(coop, order, version),
                JapaneseDates.moment(version.cutoffAt()),
                writing.link(coop, "orders/" + order.id()),
                stores.get(coop, order.slot().storeId()).phone(),
                representative(names, versions.getFirst()),
                representative(names, version),
                versions.size() == 1
                        ? Optional.empty()
                        : Optional.of(versions.get(versions.size() - 2)),
                shortages(versions));
    }

    /** The slot that the version was made for; an order may have moved since. */
    private String slot(CoopId coop, Order order, OrderVersion version) {
        var slot = slots.get(coop, order.slot());
        return version.startsAt().equals(slot.startsAt())
                ? slot.label()
                : JapaneseDates.moment(version.startsAt()) + "から";
    }

    /** Who made a version for the member (M-CARE-3), or nothing. */
    private static String representative(Map<UUID, String> names, OrderVersion version) {
        var name = names.getOrDefault(version.madeBy(), "");
        return name.isEmpty() ? "" : name + "さん（代理の方）";
    }

    /** The versions up to the one that is told; nobody asks for those of a new order. */
    private List<OrderVersion> versions(CoopId coop, Order order, Recipient recipient, int number) {
        return number == 1 && order.current().number() == 1
                ? List.of(order.current())
                : orders.versions(coop, recipient.accountId(), order.id()).subList(0, number);
    }

    private static List<ShortLine> shortages(List<OrderVersion> versions) {
        return versions.size() == 1
                ? List.of()
                : ShortLine.between(versions.get(versions.size() - 2), versions.getLast());
    }
}
