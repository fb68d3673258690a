package coop.kumiai.cards;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * ICカード by which a member pays at the till (U-WAL-1). Balance and points are the wallet's, never
 * the card's (U-WAL-5).
 *
 * @param name as the member and the desk call it
 * @param suspendedBy who may resume it
 * @param reason why it is as it is
 * @param changedAt since when
 * @param fee that was paid for it when it replaced another
 */
public record IcCard(
        UUID cardId,
        UUID memberId,
        String name,
        State state,
        Optional<By> suspendedBy,
        String reason,
        Instant issuedAt,
        Instant changedAt,
        Yen fee) {

    /** Whether it pays. */
    public enum State {
        ACTIVE("使えます"),
        SUSPENDED("利用停止中"),
        REPLACED("再発行ずみ"),
        ENDED("使用終了");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Who has suspended a card. */
    public enum By {
        MEMBER,
        STAFF;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static By of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** 本人確認書類 that staff have seen before a card was issued again. */
    public enum Papers {
        STUDENT("学生証・職員証"),
        LICENCE("運転免許証"),
        MY_NUMBER("マイナンバーカード"),
        RESIDENCE("在留カード"),
        PASSPORT("パスポート");

        private final String label;

        Papers(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As a form has it. */
        public static Optional<Papers> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Whether it can still be used, now or once it is resumed. */
    public boolean isInUse() {
        return isActive() || state == State.SUSPENDED;
    }

    /** Whether the member may resume it. */
    public boolean isForTheMemberToResume() {
        return state == State.SUSPENDED && suspendedBy.filter(By.MEMBER::equals).isPresent();
    }
}
