package coop.kumiai.membership;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 脱退: the notice of a member, or a ground of the law, and how far it has come.
 *
 * @param noticedOn when notice was given (予告)
 * @param effectiveOn the day at whose end the membership ends
 * @param takenBy who of the staff took it
 */
public record Leaving(
        UUID leavingId,
        UUID memberId,
        Ground ground,
        LocalDate noticedOn,
        LocalDate effectiveOn,
        UUID takenBy,
        String note,
        Step step) {

    /** Why somebody leaves (脱退の事由). */
    public enum Ground {
        WISH("ご本人の希望"),
        DEATH("お亡くなりになった"),
        DISQUALIFIED("組合員の資格がなくなった"),
        EXPELLED("除名");

        private final String label;

        Ground(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the law ends the membership at once (法定脱退). */
        boolean isByLaw() {
            return this != WISH;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Ground of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** How far it has come. */
    public enum Step {
        NOTICED("届出を受け付けました"),
        EFFECTED("脱退しました（払戻し待ち）"),
        PAID_BACK("出資金を払い戻しました");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
