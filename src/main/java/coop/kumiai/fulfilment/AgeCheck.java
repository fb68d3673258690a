package coop.kumiai.fulfilment;

import java.util.Locale;

/** 年齢確認: how the driver knows that whoever receives alcohol is old enough (N-ALC-1). */
public enum AgeCheck {
    /** Nothing that needs it, or nobody looked. */
    NOT_ASKED("確かめていない"),
    /** By a paper with a date of birth, such as a driving licence. */
    PAPERS_SEEN("身分証を見た"),
    /** Nobody could take them for younger. */
    EVIDENT("見て明らか");

    private final String word;

    AgeCheck(String word) {
        this.word = word;
    }

    /** As pages and records print it. */
    public String word() {
        return word;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AgeCheck of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
