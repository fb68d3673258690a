package coop.kumiai.members;

import coop.kumiai.stores.Shopper;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;

/**
 * A member of the co-op (組合員), or somebody who has applied to become one.
 *
 * @param accountId with which they sign in, while they have one
 * @param memberCode given when they join
 * @param phone digits only
 * @param youngestChild the birth date of the youngest child, of those who have told it (X-SLOT-2)
 */
public record Member(
        UUID memberId,
        Optional<UUID> accountId,
        Optional<MemberCode> memberCode,
        PersonName name,
        String phone,
        LocalDate birthDate,
        Joining joining,
        State state,
        Optional<LocalDate> youngestChild) {

    /** Whether the share capital has been paid in. */
    public enum State {
        APPLIED,
        JOINED,
        /** 脱退: has left the co-op; the row stays for the books. */
        LEFT;

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public boolean hasJoined() {
        return state == State.JOINED;
    }

    /** 脱退した方. */
    public boolean hasLeft() {
        return state == State.LEFT;
    }

    /** What decides whether places of slots are kept for them (X-SLOT-2). */
    public Shopper asShopper() {
        return new Shopper(Optional.of(birthDate), youngestChild);
    }

    /** Years completed (満年齢); whoever was born on 29 February turns older on 1 March. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }
}
