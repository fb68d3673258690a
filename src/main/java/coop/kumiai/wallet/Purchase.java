package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a member buys.
 *
 * @param shop code of the shop that sells it
 * @param amount to be paid
 * @param lines of the receipt, in sum the amount; none where the till does not know them
 */
public record Purchase(String shop, Yen amount, List<ReceiptLine> lines) {
    public Purchase {
        lines = List.copyOf(lines);
    }

    /** What the lines of some goods come to, discounts of the same goods taken off. */
    Yen sum(Predicate<ReceiptLine> goods) {
        return Yen.sum(lines.stream().filter(goods).map(ReceiptLine::amount).toList());
    }

    /**
     * What of the amount stands for some goods: where others come to less than nothing, as a
     * discount of the whole purchase does, they take from all goods alike.
     *
     * @param rest what all other goods come to, kind by kind
     */
    Yen standsFor(Yen goods, Yen... rest) {
        var own = atLeastNothing(goods);
        var all = own.plus(Yen.sum(Stream.of(rest).map(Purchase::atLeastNothing).toList()));
        return all.isMoreThan(amount)
                ? own.portionRoundedDown(atLeastNothing(amount).amount(), all.amount())
                : own;
    }

    private static Yen atLeastNothing(Yen sum) {
        return sum.amount() < 0 ? Yen.ZERO : sum;
    }
}
