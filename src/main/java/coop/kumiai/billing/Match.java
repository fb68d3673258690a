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
    boolean pays() {
        return !dues.isEmpty();
    }

    Receipt.State state() {
        if (line.failed()) {
            return Receipt.State.FAILED;
        }
        return pays() ? Receipt.State.USED : Receipt.State.OPEN;
    }
}
