package coop.kumiai.aftercare;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a member told of delivered goods (N-RET-2), and what became of it.
 *
 * @param words of the member, may be empty
 * @param answer of the store, empty until then
 */
public record Trouble(
        UUID troubleId,
        UUID orderId,
        UUID memberId,
        String words,
        List<Goods> goods,
        Instant toldAt,
        State state,
        String answer,
        Optional<Instant> answeredAt) {
    public Trouble {
        goods = List.copyOf(goods);
    }

    /** Goods of a line that were not right. */
    public record Goods(int line, Kind kind, int pieces) {}

    /** What was not right. */
    public enum Kind {
        DAMAGED("傷んでいた"),
        WRONG("違う商品だった"),
        MISSING("入っていなかった");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** How far it is. */
    public enum State {
        OPEN("お店で確かめています"),
        MADE_GOOD("お答えしました"),
        DECLINED("お受けできませんでした");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
