package coop.kumiai.billing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a payment is for.
 *
 * @param dues the statements that it pays, each in full; empty when nobody knows
 * @param remark why it pays none
 * @param done whether nothing is left to do about it, although it pays none
 */
record Match(
        ZenginLine line, Optional<UUID> member, List<OpenDue> dues, String remark, boolean done) {

    Match(ZenginLine line, Optional<UUID> member, List<OpenDue> dues, String remark) {
        this(line, member, dues, remark, false);
    }

    /** The same, with what was found out about it elsewhere. */
    Match with(TakenBack known) {
        return new Match(line, member, dues, known.remark(), known.done());
    }

    boolean pays() {
        return !dues.isEmpty();
    }

    Receipt.State state() {
        if (line.failed()) {
            return Receipt.State.FAILED;
        }
        if (done) {
            return Receipt.State.SET_ASIDE;
        }
        return pays() ? Receipt.State.USED : Receipt.State.OPEN;
    }
}
