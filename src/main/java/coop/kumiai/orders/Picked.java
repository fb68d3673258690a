package coop.kumiai.orders;

import java.util.OptionalInt;

/**
 * What a picker found of one line.
 *
 * @param grams of all pieces together, for goods sold by weight
 */
public record Picked(int quantity, OptionalInt grams) {

    /** So many pieces of goods with a price of their own. */
    public static Picked of(int quantity) {
        return new Picked(quantity, OptionalInt.empty());
    }
}
