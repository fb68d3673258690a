package coop.kumiai.billing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a payment is for.
 *
 * @param dues the statements that it pays, each in full; empty when nobody knows
 * @param remark why it pays none
 */
record Match(ZenginLine line, Optional<UUID> member, List<OpenDue> dues, String remark) {
    /** Why neither a transfer nor its reversal in the same file is anything to do. */
    static final String CANCELLED = "同じファイルで取り消されています";

    boolean pays() {
        return !dues.isEmpty();
    }

    Receipt.State state() {
        if (line.failed()) {
            return Receipt.State.FAILED;
        }
        if (remark.equals(CANCELLED)) {
            return Receipt.State.SET_ASIDE;
        }
        return pays() ? Receipt.State.USED : Receipt.State.OPEN;
    }
}
