package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 日次検証: the ledger of a co-op, added up anew.
 *
 * @param money that members can use, without what is held
 * @param held for purchases that are not finished
 * @param pointDebt points that members owe
 * @param findings what did not agree, in words; empty as long as all is well
 */
public record WalletProof(
        LocalDate day,
        Instant runAt,
        long postings,
        long transfers,
        Yen money,
        long points,
        Yen held,
        long pointDebt,
        List<String> findings) {

    public boolean agrees() {
        return findings.isEmpty();
    }
}
