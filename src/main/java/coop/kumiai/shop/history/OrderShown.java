package coop.kumiai.shop.history;

import coop.kumiai.fulfilment.Delivery;
import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderVersion;
import coop.kumiai.shop.OrderWords;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.stores.Store;
import coop.kumiai.web.LetterLine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One order as its page shows it at a moment.
 *
 * @param representatives the names of those who have acted for the member, by account (M-CARE-3)
 * @param cancellable whether the member may cancel it alone
 * @param trouble what became of its slot (N-SLOT-7)
 */
public record OrderShown(
        Order order,
        List<OrderVersion> versions,
        Map<UUID, String> representatives,
        Optional<Delivery> delivery,
        boolean cancellable,
        Optional<String> trouble,
        Store store,
        Instant now) {

    /** What happened to it, line by line; nothing while it is as it was ordered. */
    public List<String> record() {
        var lines = new ArrayList<String>();
        versions.forEach(
                it ->
                        lines.add(
                                "%s　%s　%s%s"
                                        .formatted(
                                                JapaneseDates.moment(it.madeAt()),
                                                word(it),
                                                it.totals().total(),
                                                representative(it).map("　"::concat).orElse(""))));
        delivery.flatMap(it -> DeliveryWords.record(it, order)).ifPresent(lines::add);
        return lines.size() > 1 ? lines : List.of();
    }

    /** Whether its goods were handed over, so that one can tell of them (N-RET-2). */
    public boolean isDelivered() {
        return delivery.filter(it -> it.state() == DeliveryState.DELIVERED).isPresent();
    }

    private static String word(OrderVersion version) {
        var word = OrderStates.word(version.kind());
        return version.reason().isEmpty() ? word : word + "（" + version.reason() + "）";
    }

    public List<LetterLine> lines() {
        var version = order.current();
        var lines = new ArrayList<LetterLine>();
        representative(versions.getFirst()).ifPresent(it -> lines.add(LetterLine.of("ご注文した方", it)));
        if (order.cancelled()) {
            representative(version).ifPresent(it -> lines.add(LetterLine.of("取り消した方", it)));
        }
        lines.add(LetterLine.of(order.isDriveThrough() ? "お受け取りの便" : "お届け", SlotWords.slot(order)));
        lines.add(
                LetterLine.of(
                        order.isDriveThrough() ? "お渡し場所" : "お届け先",
                        OrderWords.address(version.destination())));
        lines.add(LetterLine.of("お受け取り", version.destination().recipient() + " 様"));
        lines.addAll(OrderWords.wishes(version.payment(), version.wishes(), null));
        if (!version.shareCapital().isZero()) {
            lines.add(LetterLine.of("出資金", version.shareCapital() + "（代金とは別にお預かりします）"));
        }
        return lines;
    }

    /** Who made a version for the member, if it was not they. */
    private Optional<String> representative(OrderVersion version) {
        return Optional.ofNullable(representatives.get(version.madeBy()))
                .map(it -> it + "さん（代理の方）");
    }
}
