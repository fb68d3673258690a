package coop.kumiai.documents;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.documents.PaperAdjustment.Share;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The money of papers, pure. Every line is summed in the mode that its price was set in, deductions
 * are taken off tax-included sums, and tax is reckoned once per rate and paper, fractions dropped
 * (消費税法施行令70条の10).
 */
final class PaperRules {
    private static final int WHOLE = 100;
    private static final Comparator<PaperRate> HIGHEST_FIRST =
            Comparator.comparingInt(PaperRate::percent)
                    .reversed()
                    .thenComparing(PaperRate::reduced);

    private PaperRules() {}

    /** What goods and fees come to after the deductions. */
    static PaperTotals totals(
            Collection<PaperLine> lines,
            Collection<PaperFee> fees,
            Collection<PaperAdjustment> adjustments) {
        var rates =
                rates(lines, fees).stream()
                        .map(
                                rate ->
                                        sum(
                                                rate,
                                                goods(lines, rate)
                                                        .plus(fees(fees, rate))
                                                        .minus(taken(adjustments, rate))))
                        .filter(it -> !it.inTax().isZero())
                        .toList();
        return new PaperTotals(rates);
    }

    /**
     * The same for goods of which less was paid than they came to: each rate its part, tax reckoned
     * anew.
     */
    static PaperTotals paid(PaperTotals sold, Yen paid) {
        if (!paid.isLessThan(sold.total())) {
            return sold;
        }
        var parts = split(paid, sold.rates().stream().map(RateSum::inTax).toList());
        return new PaperTotals(
                IntStream.range(0, parts.size())
                        .mapToObj(at -> sum(sold.rates().get(at).rate(), parts.get(at)))
                        .filter(it -> !it.inTax().isZero())
                        .toList());
    }

    /**
     * Takes deductions off, one after the other: never more than is there, and one that is for
     * goods of several rates in proportion to them, to the yen.
     */
    static List<PaperAdjustment> apply(
            Collection<Adjustment> adjustments,
            Collection<PaperLine> lines,
            Collection<PaperFee> fees) {
        var applied = new ArrayList<PaperAdjustment>();
        for (var adjustment : adjustments) {
            var amount = adjustment.amount();
            applied.add(
                    switch (adjustment.scope()) {
                        case GOODS -> whole(adjustment, ofGoods(amount, lines, applied));
                        case LINES -> ofLines(adjustment, lines, applied);
                        case FEES -> whole(adjustment, ofFees(amount, fees, applied));
                    });
        }
        return applied.stream().filter(it -> !it.amount().isZero()).toList();
    }

    private static PaperAdjustment whole(Adjustment adjustment, List<Share> shares) {
        return new PaperAdjustment(adjustment.wording(), adjustment.scope(), Map.of(), shares);
    }

    /** What a line is worth alone, tax included. */
    static Yen inTax(PaperLine line) {
        return line.mode() == PriceMode.INCLUDED
                ? line.amount()
                : line.amount().portionRoundedDown(WHOLE + (long) line.rate().percent(), WHOLE);
    }

    /** Shares of a whole in proportion to weights; together exactly the whole. */
    static List<Yen> split(Yen whole, List<Yen> weights) {
        var all = Yen.sum(weights).amount();
        var shares = new ArrayList<Yen>();
        var reached = 0L;
        var given = Yen.ZERO;
        for (var weight : weights) {
            reached = Math.addExact(reached, weight.amount());
            var upTo = all == 0 ? Yen.ZERO : whole.portionRoundedDown(reached, all);
            shares.add(upTo.minus(given));
            given = upTo;
        }
        return shares;
    }

    /** 税込金額 of the goods of a rate, before deductions. */
    static Yen goods(Collection<PaperLine> lines, PaperRate rate) {
        var included = amounts(lines, rate, PriceMode.INCLUDED);
        var excluded = amounts(lines, rate, PriceMode.EXCLUDED);
        return included.plus(excluded.portionRoundedDown(WHOLE + (long) rate.percent(), WHOLE));
    }

    /** The rates that anything was charged at; a fee of nothing has no part in them. */
    static List<PaperRate> rates(Collection<PaperLine> lines, Collection<PaperFee> fees) {
        var charged = fees.stream().filter(it -> !it.amount().isZero());
        return Stream.concat(lines.stream().map(PaperLine::rate), charged.map(PaperFee::rate))
                .distinct()
                .sorted(HIGHEST_FIRST)
                .toList();
    }

    private static RateSum sum(PaperRate rate, Yen inTax) {
        var tax = inTax.portionRoundedDown(rate.percent(), WHOLE + (long) rate.percent());
        return new RateSum(rate, inTax, tax);
    }

    private static List<Share> ofGoods(
            Yen amount, Collection<PaperLine> lines, List<PaperAdjustment> before) {
        return shares(
                amount,
                rates(lines, List.of()),
                rate -> goods(lines, rate).minus(takenOffGoods(before, rate)));
    }

    private static List<Share> ofFees(
            Yen amount, Collection<PaperFee> fees, List<PaperAdjustment> before) {
        var ofFees = before.stream().filter(it -> it.scope() == Adjustment.Scope.FEES).toList();
        return shares(
                amount,
                rates(List.of(), fees),
                rate -> fees(fees, rate).minus(taken(ofFees, rate)));
    }

    /** Over the rates of its lines in proportion, and within a rate over the lines. */
    private static PaperAdjustment ofLines(
            Adjustment adjustment, Collection<PaperLine> lines, List<PaperAdjustment> before) {
        var wanted = lines.stream().filter(it -> adjustment.lines().contains(it.number())).toList();
        var shares =
                shares(
                        adjustment.amount(),
                        rates(wanted, List.of()),
                        rate ->
                                least(
                                        goods(wanted, rate).minus(takenOff(before, wanted, rate)),
                                        goods(lines, rate).minus(takenOffGoods(before, rate))));
        var byLine = new HashMap<Integer, Yen>();
        for (var share : shares) {
            var ofRate = wanted.stream().filter(it -> it.rate().equals(share.rate())).toList();
            var parts = split(share.amount(), ofRate.stream().map(it -> left(it, before)).toList());
            for (int at = 0; at < ofRate.size(); at++) {
                byLine.put(ofRate.get(at).number(), parts.get(at));
            }
        }
        return new PaperAdjustment(adjustment.wording(), adjustment.scope(), byLine, shares);
    }

    private static List<Share> shares(
            Yen amount, List<PaperRate> rates, Function<PaperRate, Yen> there) {
        var weights = rates.stream().map(there).toList();
        var parts = split(least(amount, Yen.sum(weights)), weights);
        var shares = new ArrayList<Share>();
        for (int at = 0; at < rates.size(); at++) {
            if (!parts.get(at).isZero()) {
                shares.add(new Share(rates.get(at), parts.get(at)));
            }
        }
        return shares;
    }

    /**
     * What each line was sold for in the end, tax included, by its number: the lines of a rate come
     * together to exactly what the paper says of its goods.
     */
    static Map<Integer, Yen> netByLine(
            Collection<PaperLine> lines, Collection<PaperAdjustment> adjustments) {
        return rates(lines, List.of()).stream()
                .flatMap(rate -> netByLine(lines, adjustments, rate).entrySet().stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<Integer, Yen> netByLine(
            Collection<PaperLine> lines, Collection<PaperAdjustment> adjustments, PaperRate rate) {
        var ofRate = lines.stream().filter(line -> line.rate().equals(rate)).toList();
        var shares =
                split(
                        goods(ofRate, rate).minus(takenOffGoods(adjustments, rate)),
                        weights(ofRate, adjustments));
        var byLine = new HashMap<Integer, Yen>();
        for (int at = 0; at < ofRate.size(); at++) {
            byLine.put(ofRate.get(at).number(), shares.get(at));
        }
        return byLine;
    }

    /**
     * What each line is worth without what was taken off itself; lines that are worth nothing so,
     * whole.
     */
    private static List<Yen> weights(
            List<PaperLine> lines, Collection<PaperAdjustment> adjustments) {
        var left = lines.stream().map(line -> left(line, adjustments)).toList();
        return Yen.sum(left).isZero() ? lines.stream().map(PaperRules::inTax).toList() : left;
    }

    /** Of a line's money the part of so many more of its pieces; all pieces are all of it. */
    static Yen piecesOf(Yen net, int pieces, int before, int more) {
        return net.portionRoundedDown(before + (long) more, pieces)
                .minus(net.portionRoundedDown(before, pieces));
    }

    private static Yen takenOffLine(Collection<PaperAdjustment> adjustments, PaperLine line) {
        return Yen.sum(
                adjustments.stream()
                        .map(it -> it.byLine().getOrDefault(line.number(), Yen.ZERO))
                        .toList());
    }

    /** What has been taken off these lines of a rate by themselves. */
    private static Yen takenOff(
            Collection<PaperAdjustment> adjustments, List<PaperLine> lines, PaperRate rate) {
        return Yen.sum(
                lines.stream()
                        .filter(line -> line.rate().equals(rate))
                        .map(line -> takenOffLine(adjustments, line))
                        .toList());
    }

    /** Never less than nothing: fractions may have put a yen more on a line than it is worth. */
    private static Yen left(PaperLine line, Collection<PaperAdjustment> adjustments) {
        var taken = takenOffLine(adjustments, line);
        return inTax(line).minus(least(inTax(line), taken));
    }

    private static Yen takenOffGoods(Collection<PaperAdjustment> adjustments, PaperRate rate) {
        return taken(
                adjustments.stream().filter(it -> it.scope() != Adjustment.Scope.FEES).toList(),
                rate);
    }

    private static Yen taken(Collection<PaperAdjustment> adjustments, PaperRate rate) {
        return Yen.sum(adjustments.stream().map(it -> it.amount(rate)).toList());
    }

    private static Yen fees(Collection<PaperFee> fees, PaperRate rate) {
        return Yen.sum(
                fees.stream().filter(it -> it.rate().equals(rate)).map(PaperFee::amount).toList());
    }

    private static Yen amounts(Collection<PaperLine> lines, PaperRate rate, PriceMode mode) {
        return Yen.sum(
                lines.stream()
                        .filter(line -> line.rate().equals(rate) && line.mode() == mode)
                        .map(PaperLine::amount)
                        .toList());
    }

    private static Yen least(Yen one, Yen other) {
        return one.isLessThan(other) ? one : other;
    }
}
