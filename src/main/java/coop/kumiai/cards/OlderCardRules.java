package coop.kumiai.cards;

import coop.kumiai.cards.OlderCard.State;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.members.BirthDate;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules about older cards, pure (U-CARD-1). */
final class OlderCardRules {
    static final int LEAST_NUMBER = 4;
    static final int MOST_NUMBER = 20;
    private static final int MOST_TYPED = 100;
    private static final Pattern NUMBER =
            Pattern.compile("[A-Z0-9]{" + LEAST_NUMBER + "," + MOST_NUMBER + "}");

    private OlderCardRules() {}

    /** The number of a card out of any writing; empty when it can be none. */
    static Optional<String> number(String typed) {
        if (typed.length() > MOST_TYPED) {
            return Optional.empty();
        }
        var number =
                Normalizer.normalize(JapaneseText.tidy(typed), Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\p{Pd}ー−\\s]", "");
        return NUMBER.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }

    static Optional<LocalDate> issuedOn(String typed, LocalDate today) {
        return BirthDate.read(typed, today).filter(it -> !it.isAfter(today));
    }

    /** Everything that is wrong with what was typed about a card. */
    static List<OlderCardRefusal> wrong(String number, String issuedOn, LocalDate today) {
        var wrong = new ArrayList<OlderCardRefusal>();
        if (number(number).isEmpty()) {
            wrong.add(new OlderCardRefusal.BadNumber(LEAST_NUMBER, MOST_NUMBER));
        }
        if (issuedOn(issuedOn, today).isEmpty()) {
            wrong.add(new OlderCardRefusal.BadIssueDay());
        }
        return wrong;
    }

    /** Why a till refuses it; empty when it gives the member price. */
    static Optional<OlderCardRefusal> refusal(State state, boolean hasJoined, boolean accepted) {
        if (!accepted) {
            return Optional.of(new OlderCardRefusal.NoLongerTaken());
        }
        return switch (state) {
            case LOST -> Optional.of(new OlderCardRefusal.Lost());
            case REPLACED -> Optional.of(new OlderCardRefusal.Replaced());
            case ENDED -> Optional.of(new OlderCardRefusal.OutOfUse());
            case VALID ->
                    hasJoined ? Optional.empty() : Optional.of(new OlderCardRefusal.OutOfUse());
        };
    }
}
