package coop.kumiai.substitution;

import coop.kumiai.catalog.Offer;
import coop.kumiai.kernel.Yen;

/**
 * A product that could be put in for a short one.
 *
 * @param inTax price of one piece, tax included
 * @param sameMaker whether it is of the same maker
 */
public record Suggestion(Offer offer, Yen inTax, boolean sameMaker) {}
