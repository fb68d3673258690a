package coop.kumiai.accounts;

import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who can sign in to one co-op. Not a member of the co-op (組合員): that is another row with
 * a life of its own.
 *
 * @param generation raised when every sign-in so far must end; a session of an older one is nobody
 */
public record Account(UUID accountId, Kind kind, String email, String displayName, int generation) {

    /** Whose pages the account opens. */
    public enum Kind {
        /** The members' pages. */
        MEMBER,
        /** The office (職員). */
        STAFF;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
