package coop.kumiai.tills;

import java.util.Locale;

/** What a till can ask for. */
public enum TillEntryKind {
    /** 現金チャージ (U-WAL-2). */
    CHARGE("チャージ"),
    /** お支払い. */
    PAYMENT("お支払い"),
    /** 返金・取消, whole or in part. */
    REFUND("返金"),
    /** チャージの取消. */
    VOID("チャージの取消");

    private final String words;

    TillEntryKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TillEntryKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
