package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What waits for its second step: a hold, or a charge that is announced and not paid yet.
 *
 * @param itemId the posting that opened it
 * @param channel of a charge, or empty
 */
public record OpenItem(UUID itemId, Kind kind, String channel, Yen amount, Instant expiresAt) {

    /** Money set aside, or money that is to come. */
    public enum Kind {
        HOLD,
        CHARGE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
