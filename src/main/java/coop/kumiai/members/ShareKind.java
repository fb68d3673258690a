package coop.kumiai.members;

import java.util.Locale;

/** What happened to share capital (出資金の異動). */
public enum ShareKind {
    SUBSCRIBE("出資のお申込み"),
    COLLECT("出資金のお預かり（現金）"),
    PAY_IN("出資金のお払込み"),
    TAKE_BACK("お払込みの取消し"),
    CANCEL("お申込みの取消し"),
    REDUCE("減資（払戻し待ち）"),
    PAY_BACK("出資金の払戻し"),
    OPENING("これまでの出資金の引継ぎ");

    private final String label;

    ShareKind(String label) {
        this.label = label;
    }

    /** As members read it. */
    public String label() {
        return label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ShareKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
