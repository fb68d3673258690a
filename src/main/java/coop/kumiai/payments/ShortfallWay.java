package coop.kumiai.payments;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of what a card has not paid. */
public enum ShortfallWay {
    /** The member has paid it in cash at the counter. */
    COUNTER("店頭で現金を受け取った"),
    /** It is not asked for any more. */
    WRITTEN_OFF("受け取らないことにした");

    private final String label;

    ShortfallWay(String label) {
        this.label = label;
    }

    /** What staff read. */
    public String label() {
        return label;
    }

    /** As it is stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a {@link #code()}. */
    public static Optional<ShortfallWay> of(String code) {
        return Stream.of(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
