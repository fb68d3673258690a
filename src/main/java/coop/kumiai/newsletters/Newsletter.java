package coop.kumiai.newsletters;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One issue (号) of the newsletter.
 *
 * @param body plain text, without the footer that every issue has
 * @param sendAt when it goes out, once somebody has said so
 */
public record Newsletter(
        UUID issueId,
        String subject,
        String body,
        State state,
        Instant changedAt,
        Optional<Instant> sendAt,
        Optional<Instant> begunAt,
        Optional<Instant> endedAt) {

    /** How far it is. */
    public enum State {
        DRAFT("下書き"),
        PLANNED("配信予約"),
        SENDING("配信中"),
        STOPPED("止めています"),
        SENT("配信済み");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    public boolean isPlanned() {
        return state == State.PLANNED;
    }

    public boolean isSending() {
        return state == State.SENDING;
    }

    public boolean isStopped() {
        return state == State.STOPPED;
    }
}
