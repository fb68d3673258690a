package coop.kumiai.membership;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 届出・お問い合わせ: what a member asked for, how far it is, and what was answered (M-PAGE-1, M-PAGE-2).
 *
 * @param body in the member's words
 * @param answer in the words of the staff, empty until then
 */
public record MemberRequest(
        UUID requestId,
        UUID memberId,
        Kind kind,
        String body,
        State state,
        String answer,
        Instant receivedAt,
        Optional<Instant> handledAt) {

    /** What it is about. */
    public enum Kind {
        WORKPLACE("勤務先の変更"),
        RETIREMENT("退職の届出"),
        /** A product that the store does not sell (N-CAT-4). */
        PRODUCT_WISH("取り扱ってほしい商品"),
        /** Goods that came damaged, wrong or not at all (N-RET-2). */
        GOODS_TROUBLE("お届けした商品のこと"),
        INQUIRY("お問い合わせ");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** How far it is. */
    public enum State {
        RECEIVED("受け付けました"),
        WORKING("手続き中です"),
        DONE("済みました"),
        DECLINED("お受けできませんでした");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether nothing more happens. */
        public boolean isFinal() {
            return this == DONE || this == DECLINED;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
