package coop.kumiai.members;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 日次検証: the ledger of share capital, added up anew on one day.
 *
 * @param capital paid in by all members
 * @param due promised and not paid yet
 * @param owed given up and not paid back yet
 * @param findings what did not agree, in words; empty as long as all is well
 */
public record ShareProof(
        LocalDate day,
        Instant runAt,
        long postings,
        Yen capital,
        Yen due,
        Yen owed,
        List<String> findings) {

    public boolean agrees() {
        return findings.isEmpty();
    }
}
