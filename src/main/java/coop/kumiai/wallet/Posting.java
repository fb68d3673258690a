package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What happens to one wallet, as the rules decided it: not written down yet.
 *
 * @param about the posting that it goes on from
 * @param shop where, or empty
 * @param opened what waits for a second step from now on
 * @param lines of the receipt
 */
record Posting(
        UUID postingId,
        UUID walletId,
        PostingKind kind,
        Optional<UUID> about,
        String shop,
        String reason,
        List<Transfer> transfers,
        List<ReceiptLine> lines,
        Optional<OpenItem> opened,
        LocalDate day) {

    Posting {
        transfers = List.copyOf(transfers);
    }

    /** A posting on a wallet, of the day of its terms; the rest is said by the methods below. */
    static Posting of(
            UUID id, WalletFacts facts, PostingKind kind, List<Transfer> transfers, Terms terms) {
        return new Posting(
                id,
                facts.walletId(),
                kind,
                Optional.empty(),
                "",
                "",
                transfers,
                List.of(),
                Optional.empty(),
                terms.day());
    }

    Posting about(UUID earlier) {
        return new Posting(
                postingId,
                walletId,
                kind,
                Optional.of(earlier),
                shop,
                reason,
                transfers,
                lines,
                opened,
                day);
    }

    Posting at(String where, List<ReceiptLine> receipt) {
        return new Posting(
                postingId, walletId, kind, about, where, reason, transfers, receipt, opened, day);
    }

    Posting because(String why) {
        return new Posting(
                postingId, walletId, kind, about, shop, why, transfers, lines, opened, day);
    }

    Posting opening(OpenItem item) {
        return new Posting(
                postingId,
                walletId,
                kind,
                about,
                shop,
                reason,
                transfers,
                lines,
                Optional.of(item),
                day);
    }

    Posting and(List<Transfer> more) {
        var all = new ArrayList<>(transfers);
        all.addAll(more);
        return new Posting(postingId, walletId, kind, about, shop, reason, all, lines, opened, day);
    }

    /** What goes into accounts of a kind, less what comes out of them. */
    static Yen net(List<Transfer> transfers, Account.Kind kind) {
        var sum = 0L;
        for (var it : transfers) {
            sum = Math.addExact(sum, it.credit().is(kind) ? it.amount().amount() : 0);
            sum = Math.subtractExact(sum, it.debit().is(kind) ? it.amount().amount() : 0);
        }
        return Yen.of(sum);
    }

    /** Whether it ends what waited for a second step. */
    boolean closesItsOpenItem() {
        return switch (kind) {
            case CAPTURE, RELEASE, DROP_CHARGE -> true;
            case CHARGE -> about.isPresent();
            default -> false;
        };
    }
}
