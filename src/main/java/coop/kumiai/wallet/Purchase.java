package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.List;

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
}
