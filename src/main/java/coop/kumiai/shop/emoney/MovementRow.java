package coop.kumiai.shop.emoney;

import coop.kumiai.wallet.ReceiptLine;
import coop.kumiai.web.LetterLine;

import java.util.List;

/**
 * One line of ご利用の明細.
 *
 * @param what happened, in words
 * @param where the shop, or how money came in; empty where neither matters
 * @param money by how much the e-money changed, with its sign; empty where it did not
 * @param points the same of points
 * @param lines of the receipt
 * @param details how it was paid, what it earned and why, who said so
 */
public record MovementRow(
        String at,
        String what,
        String where,
        String money,
        String points,
        String moneyAfter,
        String pointsAfter,
        List<ReceiptLine> lines,
        List<LetterLine> details) {

    public boolean hasMore() {
        return !lines.isEmpty() || !details.isEmpty();
    }
}
