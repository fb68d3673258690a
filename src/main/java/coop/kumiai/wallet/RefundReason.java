package coop.kumiai.wallet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 払戻しの理由 that the law allows (資金決済法第20条第5項). */
public enum RefundReason {
    MOVED("転居・卒業などで使えなくなった", true),
    ABROAD("出国する", true),
    DIED("お亡くなりになった", true),
    LEFT("生協を脱退する", true),
    /** 少額: within the limit of the base period, whatever the reason. */
    SMALL("そのほか（少額の払戻しの限度内）", false);

    private final String words;
    private final boolean unavoidable;

    RefundReason(String words, boolean unavoidable) {
        this.words = words;
        this.unavoidable = unavoidable;
    }

    public String words() {
        return words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a {@link #code()}. */
    public static Optional<RefundReason> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** やむを得ない事情: no limit. */
    boolean isUnavoidable() {
        return unavoidable;
    }
}
