package coop.kumiai.fulfilment;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 量り売り (N-PICK-4): between which parts of the expected weight goods may lie, in percent. Outside of
 * it the scale was misread, or the piece is not what the member ordered.
 */
@PolicyName("fulfilment.weighing")
public record WeighingTerms(int leastPercent, int mostPercent) implements Policy {
    private static final int WHOLE = 100;

    int least(int expectedGrams) {
        return Math.toIntExact((long) expectedGrams * leastPercent / WHOLE);
    }

    int most(int expectedGrams) {
        return Math.toIntExact((long) expectedGrams * mostPercent / WHOLE);
    }
}
