package coop.kumiai.substitution;

import coop.kumiai.kernel.Yen;

import java.util.Locale;
import java.util.Optional;

/**
 * What a member wants when one product is short (X-PICK-1), whatever the order as a whole says.
 *
 * @param upTo the most for one piece, tax included; of {@link Kind#UP_TO} alone
 */
public record LineWish(Kind kind, Optional<Yen> upTo) {
    public LineWish {
        if ((kind == Kind.UP_TO) != upTo.isPresent()) {
            throw new IllegalArgumentException("an amount belongs to UP_TO");
        }
    }

    /** Of a kind without an amount. */
    public static LineWish of(Kind kind) {
        return new LineWish(kind, Optional.empty());
    }

    public static LineWish upTo(Yen most) {
        return new LineWish(Kind.UP_TO, Optional.of(most));
    }

    /** The wishes that can be chosen. */
    public enum Kind {
        /** 代わりはいらない. */
        NONE("代わりはいらない"),
        /** 同じメーカーの品なら. */
        SAME_MAKER("同じメーカーの品ならよい"),
        /** お気に入りの中からなら. */
        MY_LIST("お気に入りの品ならよい"),
        /** その値段までなら. */
        UP_TO("値段の上限までならよい"),
        /** そのとき聞いてほしい. */
        ASK("メールで聞いてほしい");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As pages print it. */
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

    /** With its amount, as pages print it. */
    public String words() {
        return upTo.map(it -> "1点%s（税込）までの品ならよい".formatted(it)).orElse(kind.word());
    }
}
