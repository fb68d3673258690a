package coop.kumiai.membership;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 加入申込: a form that came in, and what became of it.
 *
 * @param number 受付番号, which the applicant keeps
 * @param takenBy who of the staff wrote it down, or nobody: the applicant typed it
 * @param reason why it was refused
 * @param memberId who came of it
 */
public record JoinApplication(
        UUID applicationId,
        String number,
        JoinForm form,
        Optional<UUID> takenBy,
        Instant receivedAt,
        State state,
        String reason,
        Optional<UUID> memberId) {

    /** What has become of an application. */
    public enum State {
        RECEIVED("受付中"),
        ACCEPTED("承認"),
        REFUSED("お断り");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
