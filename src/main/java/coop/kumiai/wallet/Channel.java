package coop.kumiai.wallet;

import java.util.Locale;

/** チャージの方法 (U-WAL-2). */
public enum Channel {
    /** Cash at the till. */
    CASH("レジでの現金"),
    MACHINE("チャージ機"),
    CARD("クレジットカード"),
    CONVENIENCE("コンビニエンスストア");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Scope of its policy and name of its account. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    Account clearing() {
        return Account.of(Account.Kind.CLEARING, code());
    }
}
