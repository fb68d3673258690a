package coop.kumiai.substitution;

import coop.kumiai.orders.Wishes;

import java.util.Locale;
import java.util.Optional;

/** How a substitute is decided (N-PICK-2, X-PICK-1). */
public enum Way {
    /** Nobody is asked and nothing is put in. */
    NOT,
    /** What the member wrote beforehand decides. */
    RULE,
    /** The member is asked by mail. */
    MAIL,
    /** The store phones. */
    PHONE;

    /** By the wish for the line, or else by that for the order. */
    public static Way of(Optional<LineWish> line, Wishes.Shortage order) {
        if (line.isEmpty()) {
            return order == Wishes.Shortage.SUBSTITUTE ? PHONE : NOT;
        }
        return switch (line.get().kind()) {
            case NONE -> NOT;
            case SAME_MAKER, MY_LIST, UP_TO -> RULE;
            case ASK -> MAIL;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
