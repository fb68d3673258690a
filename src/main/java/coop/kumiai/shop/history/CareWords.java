package coop.kumiai.shop.history;

import static java.util.stream.Collectors.joining;

import coop.kumiai.aftercare.MadeGood;
import coop.kumiai.aftercare.Trouble;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.payments.Refund;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened to an order's goods after they were delivered, in a member's words (N-RET-1,
 * N-RET-2).
 */
final class CareWords {
    private CareWords() {}

    /** One entry each, in the order of time within its kind. */
    static List<String> of(
            Order order, List<Trouble> troubles, List<MadeGood> made, List<Refund> refunds) {
        var entries = new ArrayList<String>();
        troubles.forEach(it -> entries.add(told(order, it)));
        made.forEach(it -> entries.add(done(order, it, refunds)));
        return entries;
    }

    private static String told(Order order, Trouble trouble) {
        var goods =
                trouble.goods().stream()
                        .map(
                                it ->
                                        "%s %d点（%s）"
                                                .formatted(
                                                        name(order, it.line()),
                                                        it.pieces(),
                                                        it.kind().word()))
                        .collect(joining("、"));
        return "%s　お知らせ　%s　%s%s"
                .formatted(
                        JapaneseDates.moment(trouble.toldAt()),
                        goods,
                        trouble.state().word(),
                        trouble.answer().isEmpty() ? "" : "：" + trouble.answer());
    }

    private static String done(Order order, MadeGood good, List<Refund> refunds) {
        var goods =
                order.current().lines().stream()
                        .filter(it -> good.pieces().containsKey(it.number()))
                        .map(it -> it.name() + " " + good.pieces().get(it.number()) + "点")
                        .collect(joining("、"));
        return "%s　%s　%s%s%s"
                .formatted(
                        JapaneseDates.moment(good.madeAt()),
                        good.way().word(),
                        goods,
                        refund(good, refunds),
                        brought(good));
    }

    private static String refund(MadeGood good, List<Refund> refunds) {
        return refunds.stream()
                .filter(it -> it.refundId().equals(good.goodId()))
                .map(it -> "　%s（%s）".formatted(it.amount(), it.words()))
                .collect(joining());
    }

    private static String brought(MadeGood good) {
        return good.broughtIn()
                .map(
                        it ->
                                good.broughtAt().isPresent()
                                        ? "　お渡し済み"
                                        : "　%s %d便にお届けします"
                                                .formatted(
                                                        JapaneseDates.day(it.day()), it.number()))
                .orElse("");
    }

    private static String name(Order order, int line) {
        return order.current().lines().stream()
                .filter(it -> it.number() == line)
                .map(OrderLine::name)
                .findFirst()
                .orElse("");
    }
}
