package coop.kumiai.shop.history;

import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderVersion;
import coop.kumiai.shop.OrderWords;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.stores.Store;
import coop.kumiai.web.LetterLine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One order as its page shows it at a moment. */
public record OrderShown(Order order, List<OrderVersion> versions, Store store, Instant now) {

    public List<LetterLine> lines() {
        var version = order.current();
        var lines = new ArrayList<LetterLine>();
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
