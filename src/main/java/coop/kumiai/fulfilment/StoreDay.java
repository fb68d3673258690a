package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 店長の一日: a day of a store in figures.
 *
 * @param closing empty until it is signed off
 */
public record StoreDay(
        LocalDate day, List<SlotFigures> slots, Takings takings, Optional<DayClosing> closing) {
    public StoreDay {
        slots = List.copyOf(slots);
    }

    /**
     * One slot (便).
     *
     * @param shortPieces pieces that were ordered and not there
     * @param substituted pieces that were put in for others
     */
    public record SlotFigures(
            int number,
            int orders,
            int picked,
            int delivered,
            int broughtBack,
            int shortPieces,
            int substituted) {}

    /**
     * The money of the day by way of payment.
     *
     * @param cash paid in cash at doors, as the payments say
     * @param cashOpen still to be paid in cash
     * @param card taken from cards
     * @param cardOpen put by at cards and not taken yet
     * @param counter paid at the counter in the place of cards
     * @param cashReceived what the drivers said they received for goods
     * @param shareReceived share capital that they received beside it
     * @param refunded given back since
     */
    public record Takings(
            Yen cash,
            Yen cashOpen,
            Yen card,
            Yen cardOpen,
            Yen counter,
            Yen cashReceived,
            Yen shareReceived,
            Yen refunded) {

        /** All that was paid, however. */
        public Yen taken() {
            return cash.plus(card).plus(counter);
        }

        /** What the drivers' bags hold when nothing is amiss. */
        public Yen inTheBags() {
            return cashReceived.plus(shareReceived);
        }

        /** Whether the hand-overs and the payments agree. */
        public boolean agrees() {
            return cash.equals(cashReceived);
        }
    }
}
