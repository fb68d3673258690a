package coop.kumiai.members;

import java.util.Locale;

/**
 * The accounts (勘定) of share capital. The first four are kept for each member, the others are the
 * co-op's side.
 */
enum ShareAccount {
    /** 未収出資金: what the member has promised and not paid yet. */
    DUE(true, true),
    /** 出資申込: the other side of what is due; it becomes capital when it is paid. */
    SUBSCRIBED(true, false),
    /** 出資金: what the member has paid in. */
    CAPITAL(true, false),
    /** 払戻予定: given up, and to be paid back. */
    OWED(true, false),
    /** 現金. */
    CASH(false, true),
    /** 預金. */
    BANK(false, true),
    /** 移行残高: capital that was paid in before Kumiai kept the ledger. */
    OPENING(false, true);

    private final boolean ofMember;
    private final boolean growsByDebit;

    ShareAccount(boolean ofMember, boolean growsByDebit) {
        this.ofMember = ofMember;
        this.growsByDebit = growsByDebit;
    }

    /** Whether a balance is kept for each member. */
    boolean isOfMember() {
        return ofMember;
    }

    /** What a debit of one does to the balance. */
    int debitSign() {
        return growsByDebit ? 1 : -1;
    }

    /** As it is stored. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ShareAccount of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
