package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * 電子マネーとポイント of a member, as they stand.
 *
 * @param moneys by code
 * @param lots points by their last day, the first to end first; among them such as have ended and
 *     wait for the night's job
 * @param held for purchases that are not finished
 * @param pointDebt points that were taken back after they had been spent (X-WAL-1)
 * @param pointsFrom the last purchase, where purchases keep points (B-PT-1)
 */
public record Wallet(
        UUID walletId,
        UUID memberId,
        WalletState state,
        Map<String, Yen> moneys,
        List<Lot> lots,
        Yen held,
        long pointDebt,
        LocalDate pointsFrom) {

    /** E-money of all kinds. */
    public Yen money() {
        return Yen.sum(moneys.values());
    }

    public long points() {
        return Yen.sum(lots.stream().map(Lot::points).toList()).amount();
    }
}
