package coop.kumiai.wallet;

import java.util.Locale;

/** Whether a wallet can be used. */
public enum WalletState {
    /** 確認前: holds what was brought over, and pays once its owner is verified (U-WAL-6). */
    UNVERIFIED,
    ACTIVE,
    /** 利用停止中 (U-WAL-5): balance and points stay. */
    SUSPENDED,
    /** 解約済. */
    CLOSED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WalletState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
