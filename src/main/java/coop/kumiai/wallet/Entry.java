package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.Optional;
import java.util.UUID;

/**
 * A row to be written: a posting, or a refusal that is kept.
 *
 * @param key of the instruction, with a sign of our own for the second wallet that it touched
 * @param refusal why nothing happened
 */
record Entry(
        String key,
        String digest,
        Posting posting,
        Optional<WalletRefusal> refusal,
        Yen moneyAfter,
        Yen pointsAfter) {

    UUID postingId() {
        return posting.postingId();
    }
}
