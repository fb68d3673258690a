package coop.kumiai.charging;

import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.Channel;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A charge that a member makes on My Page.
 *
 * @param expected what the wallet counts until the money is there
 * @param why it has ended without money, or people have to look at it; else empty
 */
public record OnlineCharge(
        UUID chargeId,
        UUID memberId,
        UUID walletId,
        Channel channel,
        Yen amount,
        UUID expected,
        State state,
        String why,
        Instant begunAt) {
    private static final String PREFIX = "charge:";

    /** Where it is. */
    public enum State {
        /** The card or the number was asked for; nobody has paid. */
        BEGUN,
        /** The card has granted it, and the amount is being taken. */
        TAKING,
        /** The money is there and in the wallet. */
        DONE,
        /** Nothing came of it. */
        OVER,
        /** The money is there, and the wallet does not take it: people have to look. */
        TROUBLE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it is under way. */
    public boolean isOpen() {
        return state == State.BEGUN || state == State.TAKING;
    }

    /** Its name among payable things, and its key at the ledger. */
    String ref() {
        return ref(chargeId);
    }

    static String ref(UUID chargeId) {
        return PREFIX + chargeId;
    }

    /** The charge that a payable thing is, or nothing. */
    static Optional<UUID> of(String ref) {
        return ref.startsWith(PREFIX)
                ? Optional.of(UUID.fromString(ref.substring(PREFIX.length())))
                : Optional.empty();
    }
}
