package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * 明細の一行, as the owner of a wallet reads it (U-WAL-7).
 *
 * @param reason why, where somebody said so
 * @param lines of a purchase's receipt; none where the till does not know them
 */
public record Movement(Receipt receipt, String reason, List<ReceiptLine> lines) {
    public Movement {
        lines = List.copyOf(lines);
    }

    /**
     * Points that came, and what for.
     *
     * @param bearer code of who pays for them
     * @param lastDay empty where purchases keep them (B-PT-1), and where they settled a debt
     * @param ground in words: 「書籍 3,300円 × 10 %」
     */
    public record Granted(long points, String bearer, Optional<LocalDate> lastDay, String ground) {
        private static Granted of(Transfer grant) {
            var lot = grant.credit();
            return new Granted(
                    grant.amount().amount(),
                    bearer(grant.debit()),
                    lot.expiry().filter(it -> !it.equals(Account.NO_DAY)),
                    grant.note());
        }

        private static String bearer(Account granted) {
            return granted.name().split("/", 2)[0];
        }
    }

    public List<Granted> grants() {
        return select(it -> it.debit().is(Account.Kind.GRANTED)).stream().map(Granted::of).toList();
    }

    /** What e-money of each kind a shop took or gave back, by its code. */
    public Map<String, Yen> moneyByKind() {
        var byKind = new LinkedHashMap<String, Yen>();
        select(it -> withAShop(it, Account.Kind.MONEY))
                .forEach(it -> byKind.merge(ofTheWallet(it).name(), it.amount(), Yen::plus));
        return byKind;
    }

    /** Points that a shop took or gave back. */
    public long pointsWithTheShop() {
        return sum(it -> withAShop(it, Account.Kind.POINTS));
    }

    /** Points that a refund took back because the purchase had earned them (X-WAL-1). */
    public long pointsTakenBack() {
        return sum(it -> it.credit().is(Account.Kind.GRANTED));
    }

    /** How money came in, of a charge. */
    public Optional<Channel> channel() {
        return select(it -> it.debit().is(Account.Kind.CLEARING)).stream()
                .findFirst()
                .map(it -> Channel.of(it.debit().name()));
    }

    private static boolean withAShop(Transfer transfer, Account.Kind kind) {
        return ofTheWallet(transfer).is(kind)
                && (transfer.credit().is(Account.Kind.SALES)
                        || transfer.debit().is(Account.Kind.REFUNDS));
    }

    private static Account ofTheWallet(Transfer transfer) {
        return transfer.debit().kind().ofWallet() ? transfer.debit() : transfer.credit();
    }

    private long sum(Predicate<Transfer> which) {
        return Yen.sum(select(which).stream().map(Transfer::amount).toList()).amount();
    }

    private List<Transfer> select(Predicate<Transfer> which) {
        return receipt.transfers().stream().filter(which).toList();
    }
}
