package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

/**
 * What was paid in cash at the counter because cards had not paid it ({@link CardShortfalls}).
 *
 * @param besideCards the rest of payments that are by card
 * @param insteadOfCards payments whose cards paid nothing, which are in cash now
 */
public record CounterMoney(Yen besideCards, Yen insteadOfCards) {
    public Yen sum() {
        return besideCards.plus(insteadOfCards);
    }
}
