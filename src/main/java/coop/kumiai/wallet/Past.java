package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An earlier posting and what came of it since.
 *
 * @param since transfers of the postings that went on from it
 */
record Past(
        PostingKind kind,
        String shop,
        LocalDate day,
        List<Transfer> transfers,
        List<Transfer> since) {

    Past with(List<Transfer> more) {
        var all = new ArrayList<>(since);
        all.addAll(more);
        return new Past(kind, shop, day, transfers, List.copyOf(all));
    }

    /** Where the shop's money came from, in the order in which it was used. */
    List<Transfer> sources() {
        return transfers.stream().filter(it -> it.credit().is(Account.Kind.SALES)).toList();
    }

    /** Points that were granted with it. */
    List<Transfer> grants() {
        return transfers.stream().filter(it -> it.debit().is(Account.Kind.GRANTED)).toList();
    }

    Yen paid() {
        return Posting.net(transfers, Account.Kind.SALES);
    }

    /** What has been taken back of a charge since. */
    Yen voided() {
        return Yen.sum(
                since.stream()
                        .filter(it -> it.credit().is(Account.Kind.CLEARING))
                        .map(Transfer::amount)
                        .toList());
    }

    /** What the shop gave back since. */
    Yen refunded() {
        return Yen.sum(
                since.stream()
                        .filter(it -> it.debit().is(Account.Kind.REFUNDS))
                        .map(Transfer::amount)
                        .toList());
    }
}
