package coop.kumiai.tills;

import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.Purchase;
import coop.kumiai.wallet.ReceiptLine;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A payment that a till shows and a member comes to with a phone.
 *
 * @param lines of the receipt, in sum the amount; none where the till does not know them
 */
record Offer(TillEntry entry, Yen amount, List<ReceiptLine> lines, State state, Instant expiresAt) {

    /** How far it has come; a code that has been used, in whatever way, is dead. */
    enum State {
        OPEN,
        PAID,
        /** The wallet said no. */
        REFUSED,
        /** The till has withdrawn it. */
        DROPPED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    boolean isOpenAt(Instant now) {
        return state == State.OPEN && now.isBefore(expiresAt);
    }

    Purchase purchase() {
        return new Purchase(entry.storeId(), amount, lines);
    }

    Offer as(State next) {
        return new Offer(entry, amount, lines, next, expiresAt);
    }
}
