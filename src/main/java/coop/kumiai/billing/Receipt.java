package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 入金: money that came, or an account transfer that failed.
 *
 * @param day on which it came
 * @param payerName as the bank sent it
 * @param payerNumber お客様番号 as it was sent, or empty
 * @param member who sent it, where the number says so
 * @param used how much of it has settled statements
 * @param remark why it waits, why it failed, or what became of it
 */
public record Receipt(
        UUID receiptId,
        Kind kind,
        LocalDate day,
        String payerName,
        String payerNumber,
        Optional<UUID> member,
        Yen amount,
        Yen used,
        State state,
        String remark) {

    /** How it came. */
    public enum Kind {
        TRANSFER("transfer", "振込"),
        DEBIT("debit", "口座振替"),
        /** The bank took a transfer back. */
        REVERSAL("reversal", "振込の取消"),
        /** What is to be given back: a statement below nought, or paid twice. */
        SURPLUS("surplus", "過入金"),
        DESK("desk", "事務局での入金");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String code() {
            return code;
        }

        public String label() {
            return label;
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** What has become of it. */
    public enum State {
        USED("used", "消込み済み"),
        OPEN("open", "確認待ち"),
        FAILED("failed", "振替不能"),
        SET_ASIDE("set_aside", "対応済み");

        private final String code;
        private final String label;

        State(String code, String label) {
            this.code = code;
            this.label = label;
        }

        String code() {
            return code;
        }

        public String label() {
            return label;
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** What of it has settled nothing yet. */
    public Yen left() {
        return amount.minus(used);
    }

    /** Whether it can settle a statement. */
    public boolean isMoney() {
        return kind != Kind.REVERSAL;
    }
}
