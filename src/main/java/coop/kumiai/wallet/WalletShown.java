package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.List;

/**
 * 残高 as the owner of a wallet reads it (U-WAL-7).
 *
 * @param moneys in the order in which payments use them
 * @param lots points that are still good, the first to end first
 * @param keptByPurchases whether every purchase puts off the day on which they end (B-PT-1)
 * @param waiting holds, and charges that wait for their money
 */
public record WalletShown(
        Wallet wallet,
        List<Purse> moneys,
        List<GoodPoints> lots,
        boolean keptByPurchases,
        List<OpenItem> waiting) {

    /** One kind of e-money (X-WAL-3), and where it is taken. */
    public record Purse(String code, MoneyTerms terms, Yen amount) {}

    /**
     * @param bearer name of who gave them
     * @param until the last day on which they are good
     */
    public record GoodPoints(String bearer, LocalDate until, long points) {}

    public Yen money() {
        return wallet.money();
    }

    public long points() {
        return lots.stream().mapToLong(GoodPoints::points).sum();
    }

    /** What is set aside for purchases that are not finished. */
    public Yen held() {
        return wallet.held();
    }

    /** Charges that were announced and whose money has not come. */
    public List<OpenItem> announced() {
        return waiting.stream().filter(it -> it.kind() == OpenItem.Kind.CHARGE).toList();
    }
}
