package coop.kumiai.aftercare;

import coop.kumiai.documents.Paper;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Order;
import coop.kumiai.payments.PaymentMethod;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A delivered order as the counter sees it.
 *
 * @param deliveredOn empty before it was handed over
 * @param method how it was paid, and how money goes back
 * @param refundable what can still go back of what was paid
 * @param made what was done about it, in the order of time
 */
public record CaredOrder(
        Order order,
        Paper note,
        Optional<LocalDate> deliveredOn,
        PaymentMethod method,
        Yen refundable,
        List<CaredLine> lines,
        List<MadeGood> made) {
    public CaredOrder {
        lines = List.copyOf(lines);
        made = List.copyOf(made);
    }

    /** The same with fewer pieces left, by the line's number. */
    CaredOrder without(Map<Integer, Integer> pieces) {
        var left = lines.stream().map(it -> it.less(pieces.getOrDefault(it.number(), 0))).toList();
        return new CaredOrder(order, note, deliveredOn, method, refundable, left, made);
    }

    /** The line of a number. */
    public Optional<CaredLine> line(int number) {
        return lines.stream().filter(it -> it.number() == number).findFirst();
    }
}
