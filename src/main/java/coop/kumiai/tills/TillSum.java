package coop.kumiai.tills;

import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.Receipt;

/**
 * What a till has done of one kind.
 *
 * @param acts how often
 * @param money of it e-money; of a charge the cash that came in
 * @param points of it points; such as payments earned are not counted
 */
public record TillSum(int acts, Yen money, Yen points) {
    public static final TillSum NONE = new TillSum(0, Yen.ZERO, Yen.ZERO);

    static TillSum of(Receipt receipt) {
        return new TillSum(1, receipt.ofMoney(), receipt.ofPoints());
    }

    TillSum plus(TillSum other) {
        return new TillSum(acts + other.acts, money.plus(other.money), points.plus(other.points));
    }

    public Yen both() {
        return money.plus(points);
    }
}
