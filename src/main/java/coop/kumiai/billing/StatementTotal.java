package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

/**
 * What a statement comes to at one rate.
 *
 * @param inTax with the tax
 * @param taxIncluded the tax in it, its fraction dropped once for the rate
 */
public record StatementTotal(LineTax tax, Yen inTax, Yen taxIncluded) {}
