package coop.kumiai.wallet;

import java.util.Locale;

/** What can happen to a wallet. */
public enum PostingKind {
    CHARGE("チャージ"),
    EXPECT_CHARGE("チャージの受付"),
    DROP_CHARGE("チャージの取りやめ"),
    VOID_CHARGE("チャージの取消"),
    PAY("お支払い"),
    REFUND("返金"),
    HOLD("お支払いの保留"),
    CAPTURE("お支払いの確定"),
    RELEASE("保留の解除"),
    GRANT("ポイントの付与"),
    EXPIRE("ポイントの失効"),
    MOVE_OUT("ほかの方へ移動"),
    MOVE_IN("ほかの方から移動"),
    VERIFY("ご利用の開始"),
    SUSPEND("利用停止"),
    RESUME("利用再開"),
    CLOSE("解約"),
    MIGRATE("旧カードから移行");

    private final String words;

    PostingKind(String words) {
        this.words = words;
    }

    /** As members read it. */
    public String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PostingKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Value goes to a shop for goods. */
    boolean isPurchase() {
        return this == PAY || this == CAPTURE;
    }

    /** Points come without a purchase. */
    boolean isGift() {
        return this == GRANT || this == MIGRATE;
    }

    /** The state of the wallet afterwards. */
    WalletState stateAfter(WalletState before) {
        return switch (this) {
            case VERIFY, RESUME -> WalletState.ACTIVE;
            case SUSPEND -> WalletState.SUSPENDED;
            case CLOSE -> WalletState.CLOSED;
            default -> before;
        };
    }
}
