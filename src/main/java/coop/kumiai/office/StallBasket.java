package coop.kumiai.office;

import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.ReceiptLine;

import java.util.List;

/**
 * What has been put together at a stall. It lives in the form: a page that is opened again, or sent
 * again after the network came back, has it whole.
 *
 * @param items as the form keeps them: a JAN, or an amount in yen
 * @param lines the same as a receipt has them
 */
public record StallBasket(List<String> items, List<ReceiptLine> lines) {
    static final StallBasket EMPTY = new StallBasket(List.of(), List.of());

    public Yen total() {
        return Yen.sum(lines.stream().map(ReceiptLine::amount).toList());
    }
}
