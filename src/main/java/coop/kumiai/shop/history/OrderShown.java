package coop.kumiai.shop.history;

import coop.kumiai.fulfilment.Delivery;
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
import java.util.Optional;

/**
 * One order as its page shows it at a moment.
 *
 * @param representative the name of whoever placed it for the member (M-CARE-3)
 */
public record OrderShown(
        Order order,
        List<OrderVersion> versions,
        Optional<String> representative,
        Optional<Delivery> delivery,
        Store store,
        Instant now) {

    /** What happened to it, line by line; nothing while it is as it was ordered. */
    public List<String> record() {
        var lines = new ArrayList<String>();
        versions.forEach(
                it ->
                        lines.add(
                                "%s　%s　%s"
                                        .formatted(
                                                JapaneseDates.moment(it.madeAt()),
                                                OrderStates.word(it.kind()),
                                                it.totals().total())));
        delivery.flatMap(DeliveryWords::record).ifPresent(lines::add);
        return lines.size() > 1 ? lines : List.of();
    }

    public List<LetterLine> lines() {
        var version = order.current();
        var lines = new ArrayList<LetterLine>();
        representative.ifPresent(it -> lines.add(LetterLine.of("ご注文した方", it + "さん（代理の方）")));
        lines.add(
                LetterLine.of(
                        "お届け",
                        SlotWords.slot(
                                order.slot().number(), version.startsAt(), version.endsAt())));
        lines.add(LetterLine.of("お届け先", OrderWords.address(version.destination())));
        lines.add(LetterLine.of("お受け取り", version.destination().recipient() + " 様"));
        lines.addAll(OrderWords.wishes(version.payment(), version.wishes(), null));
        if (!version.shareCapital().isZero()) {
            lines.add(LetterLine.of("出資金", version.shareCapital() + "（代金とは別にお預かりします）"));
        }
        return lines;
    }
}
