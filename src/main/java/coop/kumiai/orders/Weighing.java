package coop.kumiai.orders;

import coop.kumiai.kernel.Yen;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * グラム売り: the price of 100 g, and what the scale showed (N-PICK-4).
 *
 * @param per100g in the mode of its line
 * @param grams of all pieces together; empty until they are weighed
 */
public record Weighing(Yen per100g, OptionalInt grams) {
    private static final int GRAMS = 100;

    /** Not weighed yet. */
    public static Weighing at(Yen per100g) {
        return new Weighing(per100g, OptionalInt.empty());
    }

    /** What so many grams cost, fractions dropped. */
    public Yen priceOf(int weight) {
        return per100g.portionRoundedDown(weight, GRAMS);
    }

    /** What it came to; empty until it is weighed. */
    Optional<Yen> amount() {
        return grams.isEmpty() ? Optional.empty() : Optional.of(priceOf(grams.getAsInt()));
    }

    /** How many grams a price of the estimate stands for. */
    int gramsOf(Yen estimate) {
        return Math.toIntExact(estimate.amount() * GRAMS / per100g.amount());
    }
}
