package coop.kumiai.aftercare;

import coop.kumiai.stores.SlotId;

import java.util.Map;
import java.util.Optional;

/**
 * What a store answers to what a member told (N-RET-2); where it makes nothing good, it declines.
 *
 * @param refund how many pieces of each line are paid back
 * @param redeliver how many are brought again
 * @param slot in which they are brought
 * @param words that the member gets by mail
 */
public record Answer(
        Map<Integer, Integer> refund,
        Map<Integer, Integer> redeliver,
        Optional<SlotId> slot,
        String words) {
    public Answer {
        refund = Pieces.some(refund);
        redeliver = Pieces.some(redeliver);
        words = words.strip();
    }

    boolean declines() {
        return refund.isEmpty() && redeliver.isEmpty();
    }
}
