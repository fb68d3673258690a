package coop.kumiai.stores;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What staff told the members of a slot (N-SLOT-7).
 *
 * @param because such as 大雪; empty when it runs as planned again
 * @param message what else the members are told, in whole sentences, or empty
 */
public record SlotTrouble(
        UUID id, SlotId slot, Kind kind, String because, String message, Instant toldAt) {

    /** What becomes of the slot. */
    public enum Kind {
        /** It comes late, and takes orders still. */
        DELAYED("遅れる"),
        /** It does not run, and takes no order. */
        STOPPED("休止する"),
        /** It runs as planned again. */
        AS_PLANNED("予定どおりに戻す");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** As it is stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
