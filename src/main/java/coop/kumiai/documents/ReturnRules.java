package coop.kumiai.documents;

import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.OrderVersion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * 返還請求書, pure: what comes back is worth what it was sold for, at the rates of the sale, discounts
 * taken off. However the goods come back, together they are worth what the delivery note says.
 */
final class ReturnRules {
    /** Of a row of a paper that is no goods of the order, whose lines are numbered from one. */
    private static final int NO_LINE = 0;

    private ReturnRules() {}

    /**
     * Why so many pieces cannot come back.
     *
     * @param before how many of each line came back already
     */
    static List<DocumentRefusal> check(
            PaperContent note, Map<Integer, Integer> before, Map<Integer, Integer> pieces) {
        var refusals = new ArrayList<DocumentRefusal>();
        if (pieces.values().stream().allMatch(it -> it == 0)) {
            refusals.add(new DocumentRefusal.NothingReturned());
        }
        pieces.forEach(
                (line, count) -> tooMany(note, before, line, count).ifPresent(refusals::add));
        return refusals;
    }

    private static Optional<DocumentRefusal> tooMany(
            PaperContent note, Map<Integer, Integer> before, int line, int count) {
        var sold = note.lines().stream().filter(it -> it.number() == line).findFirst();
        var left =
                sold.map(PaperLine::quantity).orElse(0)
                        - Objects.requireNonNullElse(before.get(line), 0);
        return count < 0 || count > left
                ? Optional.of(
                        new DocumentRefusal.MoreThanDelivered(
                                sold.map(PaperLine::name).orElse("この商品"), left))
                : Optional.empty();
    }

    /** What stands on a note and not in the order any more, by the line's number. */
    static Map<Integer, Integer> keptBack(PaperContent note, OrderVersion left) {
        var pieces = new TreeMap<Integer, Integer>();
        note.lines().forEach(line -> pieces.put(line.number(), line.quantity()));
        left.lines().forEach(line -> pieces.merge(line.number(), -line.quantity(), Integer::sum));
        pieces.values().removeIf(count -> count <= 0);
        return pieces;
    }

    /** Why a paper that is there under its key is not the one that is asked for. */
    static Optional<DocumentRefusal> sameAs(Paper known, Return asked) {
        var pieces = new TreeMap<>(asked.pieces());
        pieces.values().removeIf(it -> it == 0);
        return known.orderId().equals(asked.orderId()) && pieces(List.of(known)).equals(pieces)
                ? Optional.empty()
                : Optional.of(new DocumentRefusal.KeyOfAnother(asked.key()));
    }

    /** The lines of a return, tax included, each worth its part of what was paid. */
    static List<PaperLine> lines(
            PaperContent note, Map<Integer, Integer> before, Map<Integer, Integer> pieces) {
        var net = PaperRules.netByLine(note.lines(), note.adjustments());
        return note.lines().stream()
                .filter(line -> Objects.requireNonNullElse(pieces.get(line.number()), 0) > 0)
                .map(
                        line ->
                                line(
                                        line,
                                        Objects.requireNonNull(net.get(line.number())),
                                        Objects.requireNonNullElse(before.get(line.number()), 0),
                                        Objects.requireNonNull(pieces.get(line.number()))))
                .toList();
    }

    /**
     * What the door took back of a note (N-ALC-1): by rate exactly what the order costs less, over
     * the goods that were kept back. What a coupon takes off other goods now stands beside them.
     *
     * @param left what the order is without them
     */
    static List<PaperLine> keptBackLines(
            PaperContent note, PaperContent left, Map<Integer, Integer> pieces) {
        var kept = lines(note, Map.of(), pieces);
        return note.totals().rates().stream()
                .flatMap(
                        it ->
                                ofRate(
                                        it.rate(),
                                        it.inTax().minus(left.totals().inTax(it.rate())),
                                        kept)
                                        .stream())
                .toList();
    }

    private static List<PaperLine> ofRate(PaperRate rate, Yen less, List<PaperLine> kept) {
        var ofRate = kept.stream().filter(it -> it.rate().equals(rate)).toList();
        if (ofRate.isEmpty()) {
            return less.isZero() ? List.of() : List.of(moved(rate, less));
        }
        var parts = PaperRules.split(less, ofRate.stream().map(PaperLine::amount).toList());
        return IntStream.range(0, ofRate.size())
                .mapToObj(at -> ofRate.get(at).worth(parts.get(at)))
                .toList();
    }

    private static PaperLine moved(PaperRate rate, Yen less) {
        return new PaperLine(
                NO_LINE,
                "クーポンの値引きの振り替え",
                "",
                1,
                PriceMode.INCLUDED,
                less,
                less,
                rate,
                Optional.empty());
    }

    /** The fees of a sale, tax included, without what a coupon took off them. */
    static List<PaperFee> fees(PaperContent sold) {
        var left =
                sold.adjustments().stream()
                        .filter(it -> it.scope() == Adjustment.Scope.FEES)
                        .map(PaperAdjustment::amount)
                        .reduce(Yen.ZERO, Yen::plus);
        var fees = new ArrayList<PaperFee>();
        for (var fee : sold.fees()) {
            var taken = left.isLessThan(fee.amount()) ? left : fee.amount();
            left = left.minus(taken);
            fees.add(new PaperFee(fee.wording(), fee.amount().minus(taken), fee.rate()));
        }
        return fees.stream().filter(it -> !it.amount().isZero()).toList();
    }

    /** What did not come back yet of each line of a sale. */
    static Map<Integer, Integer> left(PaperContent sold, Map<Integer, Integer> before) {
        var left = new TreeMap<Integer, Integer>();
        sold.lines().forEach(line -> left.put(line.number(), line.quantity()));
        before.forEach((line, count) -> left.computeIfPresent(line, (it, all) -> all - count));
        left.values().removeIf(count -> count <= 0);
        return left;
    }

    /** How many pieces of each line stand on these papers. */
    static Map<Integer, Integer> pieces(List<Paper> returns) {
        var pieces = new TreeMap<Integer, Integer>();
        returns.stream()
                .flatMap(it -> it.content().lines().stream())
                .filter(line -> line.number() != NO_LINE)
                .forEach(line -> pieces.merge(line.number(), line.quantity(), Integer::sum));
        return pieces;
    }

    private static PaperLine line(PaperLine sold, Yen net, int before, int count) {
        return new PaperLine(
                sold.number(),
                sold.name(),
                sold.unit(),
                count,
                PriceMode.INCLUDED,
                PaperRules.inTax(sold).portionRoundedDown(1, sold.quantity()),
                PaperRules.piecesOf(net, sold.quantity(), before, count),
                sold.rate(),
                count == sold.quantity() ? sold.weighing() : Optional.empty());
    }
}
