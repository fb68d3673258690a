package coop.kumiai.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * 紙・ラミネートの組合員証 (U-CARD-1): a card from before the digital one. It says who somebody is, for the
 * member price; it pays nothing.
 *
 * @param number what is printed on it, one way of writing only
 * @param reason why it is not in use any more
 */
public record OlderCard(
        UUID cardId,
        UUID memberId,
        Kind kind,
        String number,
        LocalDate issuedOn,
        State state,
        Optional<Instant> endedAt,
        String reason) {

    /** What it is made of. */
    public enum Kind {
        PAPER("紙"),
        LAMINATED("ラミネート");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As a file or a table has it. */
        static Optional<Kind> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }

    /** Whether it is in use. */
    public enum State {
        VALID("使えます"),
        REPLACED("取り替えずみ"),
        LOST("紛失"),
        ENDED("使用終了");

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

        /** As a file or a table has it. */
        static Optional<State> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }

    public boolean isValid() {
        return state == State.VALID;
    }
}
