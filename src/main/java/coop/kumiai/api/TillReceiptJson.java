package coop.kumiai.api;

import coop.kumiai.tills.TillReceipt;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What a till prints.
 *
 * @param transaction 取引番号: by which a refund names its payment
 * @param kind {@code charge}, {@code payment}, {@code refund} or {@code void}
 * @param money by how much the e-money changed
 * @param points by how much the points changed, granted ones included
 * @param grants why points were granted: 書籍 3,300円 × 10 %
 * @param moneyAfter e-money of all kinds afterwards
 */
record TillReceiptJson(
        UUID transaction,
        String kind,
        OffsetDateTime at,
        long money,
        long points,
        List<String> grants,
        long moneyAfter,
        long pointsAfter) {
    static TillReceiptJson of(TillReceipt it) {
        var receipt = it.receipt();
        return new TillReceiptJson(
                it.transaction(),
                it.kind().code(),
                Jst.of(receipt.at()),
                receipt.money().amount(),
                receipt.points(),
                receipt.grounds(),
                receipt.moneyAfter().amount(),
                receipt.pointsAfter());
    }
}
