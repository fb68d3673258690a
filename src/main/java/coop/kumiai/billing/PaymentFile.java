package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of a bank that was taken.
 *
 * @param kind 振込入金通知 or 口座振替結果
 * @param total what came in by it
 * @param paid how many of its lines paid statements by themselves
 * @param waiting how many still wait for the desk
 * @param failed how many account transfers failed
 */
public record PaymentFile(
        UUID fileId,
        String kind,
        String name,
        Instant takenAt,
        int lines,
        Yen total,
        int paid,
        int waiting,
        int failed) {
    public String kindLabel() {
        return kind.equals(ZenginFile.Kind.DEBITS.code()) ? "口座振替結果" : "振込入金通知";
    }
}
