package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** One station of an order on its way, from 注文 to お届け. */
public record TimelineStep(
        String title, @Nullable String when, @Nullable String text, State state) {

    /** Where the order stands with this station, always said in words too. */
    public enum State {
        DONE("済み"),
        NOW("いまここ"),
        NEXT("これから"),
        STOPPED("中止");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public String styleName() {
            return "step-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
