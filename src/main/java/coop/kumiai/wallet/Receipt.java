package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What happened, as it is answered: to the first sending and to every other one under the same key.
 *
 * @param postingId by which a refund names its payment
 * @param shop where, or empty
 * @param moneyAfter e-money of all kinds afterwards
 * @param pointsAfter points afterwards
 */
public record Receipt(
        UUID postingId,
        UUID walletId,
        PostingKind kind,
        String shop,
        Instant at,
        List<Transfer> transfers,
        Yen moneyAfter,
        long pointsAfter) {

    private static final Set<Account.Kind> OUTSIDE =
            EnumSet.of(Account.Kind.SALES, Account.Kind.REFUNDS, Account.Kind.CLEARING);

    /** What a shop took by it. */
    public Yen paid() {
        return Posting.net(transfers, Account.Kind.SALES);
    }

    /** What went back to the member by it. */
    public Yen refunded() {
        return Yen.ZERO.minus(Posting.net(transfers, Account.Kind.REFUNDS));
    }

    /** By how much it changed the e-money. */
    public Yen money() {
        return Posting.net(transfers, Account.Kind.MONEY);
    }

    /** By how much it changed the points. */
    public long points() {
        return Posting.net(transfers, Account.Kind.POINTS).amount();
    }

    /** E-money that was paid, given back, charged or taken back. */
    public Yen ofMoney() {
        return exchanged(Account.Kind.MONEY);
    }

    /** Points that were paid or given back; such as were granted are not among them. */
    public Yen ofPoints() {
        return exchanged(Account.Kind.POINTS);
    }

    private Yen exchanged(Account.Kind own) {
        return Yen.sum(
                transfers.stream()
                        .filter(
                                it ->
                                        it.debit().is(own) && OUTSIDE.contains(it.credit().kind())
                                                || it.credit().is(own)
                                                        && OUTSIDE.contains(it.debit().kind()))
                        .map(Transfer::amount)
                        .toList());
    }

    /** What granted its points, in words. */
    public List<String> grounds() {
        return transfers.stream().map(Transfer::note).filter(it -> !it.isEmpty()).toList();
    }
}
