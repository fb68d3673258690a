package coop.kumiai.office;

import coop.kumiai.fulfilment.Denomination;
import coop.kumiai.kernel.Yen;

import java.util.List;
import java.util.stream.LongStream;

/** What people give at a door: the next full thousand, 5,000 or 10,000 yen. */
public final class RoundSums {
    private RoundSums() {}

    /** Each more than what is due, the smallest first. */
    public static List<Yen> above(Yen due) {
        return LongStream.of(
                        next(due, Denomination.BILL_1000),
                        next(due, Denomination.BILL_5000),
                        next(due, Denomination.BILL_10000))
                .filter(sum -> sum > due.amount())
                .distinct()
                .mapToObj(Yen::of)
                .toList();
    }

    private static long next(Yen due, Denomination note) {
        var worth = note.worth().amount();
        return (due.amount() + worth - 1) / worth * worth;
    }
}
