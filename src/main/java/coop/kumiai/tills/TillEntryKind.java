package coop.kumiai.tills;

import java.util.Locale;

/** What a till can ask for. */
public enum TillEntryKind {
    /** 現金チャージ (U-WAL-2). */
    CHARGE,
    /** お支払い. */
    PAYMENT,
    /** 返金・取消, whole or in part. */
    REFUND;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TillEntryKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
