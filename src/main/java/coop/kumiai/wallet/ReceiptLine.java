package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

/**
 * レシートの一行: what was bought.
 *
 * @param jan 13 digits, or empty for goods without a code
 * @param amount of all of them, tax included
 */
public record ReceiptLine(String jan, String name, int quantity, Yen amount) {}
