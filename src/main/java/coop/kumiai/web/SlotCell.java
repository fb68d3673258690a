package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.time.LocalTime;

/** One slot (便) of one day: when, until when one can order, and whether there is room. */
public record SlotCell(
        String value,
        int number,
        LocalTime from,
        LocalTime until,
        State state,
        @Nullable LocalDateTime cutoff,
        boolean chosen,
        Waiting waiting) {

    /** Where a member stands who may wait for a full slot. */
    public enum Waiting {
        /** Nobody waits here. */
        NOT,
        /** They may ask to be told when a place comes free. */
        POSSIBLE,
        /** They wait. */
        WAITS,
        /** A place came free and is held for them. */
        OFFERED
    }

    /** Room in a slot, always as a sign with its word. */
    public enum State {
        FREE("○", "空きあり"),
        FEW("△", "残りわずか"),
        FULL("×", "満員"),
        CLOSED("－", "締切"),
        STOPPED("×", "お休み");

        private final String sign;
        private final String word;

        State(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        public String sign() {
            return sign;
        }

        public String word() {
            return word;
        }
    }

    public boolean isOpen() {
        return state == State.FREE || state == State.FEW;
    }
}
