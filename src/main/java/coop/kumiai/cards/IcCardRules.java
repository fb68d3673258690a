package coop.kumiai.cards;

import coop.kumiai.cards.IcCard.State;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an IC card may do. */
final class IcCardRules {
    static final int IDM_SIGNS = 16;
    static final int MOST_NAME = 20;
    private static final Pattern IDM = Pattern.compile("[0-9A-F]{" + IDM_SIGNS + "}");

    private IcCardRules() {}

    /** One way of writing, out of any that a reader sends. */
    static Optional<String> idm(String typed) {
        var signs = JapaneseText.tidy(typed).replaceAll("[ :-]", "").toUpperCase(Locale.ROOT);
        return Optional.of(signs).filter(it -> IDM.matcher(it).matches());
    }

    static Optional<String> name(String typed) {
        return Optional.of(JapaneseText.tidy(typed))
                .filter(it -> !it.isEmpty() && JapaneseText.length(it) <= MOST_NAME);
    }

    /** Why a card brings no money and pays nothing; empty when it does. */
    static Optional<IcCardRefusal> unusable(IcCard card) {
        return switch (card.state()) {
            case ACTIVE -> Optional.empty();
            case SUSPENDED -> Optional.of(new IcCardRefusal.CardSuspended());
            case REPLACED, ENDED -> Optional.of(new IcCardRefusal.UnknownCard());
        };
    }

    /**
     * @param spent with it today
     */
    static Optional<IcCardRefusal> beyond(IcCardTerms terms, Yen spent, Yen amount) {
        if (amount.isMoreThan(terms.mostPerPayment())) {
            return Optional.of(new IcCardRefusal.AboveCardPayment(terms.mostPerPayment(), amount));
        }
        var left = Yen.of(Math.max(0, terms.mostPerDay().minus(spent).amount()));
        return amount.isMoreThan(left)
                ? Optional.of(new IcCardRefusal.AboveCardDay(terms.mostPerDay(), left))
                : Optional.empty();
    }

    static Optional<IcCardRefusal> cannotBecome(IcCard card, State next) {
        var may =
                switch (next) {
                    case SUSPENDED -> card.isActive();
                    case ACTIVE -> card.state() == State.SUSPENDED;
                    case REPLACED, ENDED -> card.isInUse();
                };
        return may ? Optional.empty() : Optional.of(new IcCardRefusal.NotNow(card.state()));
    }
}
