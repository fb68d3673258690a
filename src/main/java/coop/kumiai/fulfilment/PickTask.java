package coop.kumiai.fulfilment;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Weighing;
import coop.kumiai.substitution.Substitute.State;
import coop.kumiai.substitution.Way;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One product to fetch for one order of a slot.
 *
 * @param box the order's number within the slot (箱番号), as it stands on its boxes
 * @param shelf where it stands in the store, such as {@code A-03-2}
 * @param instead what the member wants when it is short, and what was offered (N-PICK-2)
 * @param weight of goods sold by weight
 * @param found how many there were, once somebody looked
 * @param boxClosed whether the order's boxes are closed, so that nothing changes any more
 */
public record PickTask(
        UUID orderId,
        String orderNumber,
        int box,
        int lineNo,
        Jan jan,
        String name,
        String unit,
        int ordered,
        String shelf,
        Instead instead,
        Optional<Weight> weight,
        OptionalInt found,
        boolean boxClosed) {

    /** 代わりの品希望: whether the member would like something else when it is short. */
    public boolean wantsSubstitute() {
        return instead.way() != Way.NOT;
    }

    /** Whether the member was asked about a substitute, and has still time to answer. */
    public boolean isWaiting() {
        return instead.offered().map(Offered::state).filter(it -> it == State.OPEN).isPresent();
    }

    /** Whether a substitute can be looked for now. */
    public boolean canBeSubstituted() {
        return isShort() && wantsSubstitute() && instead.offered().isEmpty() && !boxClosed;
    }

    /**
     * 代わりの品.
     *
     * @param way how a substitute for it is decided
     * @param offered what was offered for it, if anything was
     * @param insteadOf the name of the short goods that this one is put in for
     */
    public record Instead(Way way, Optional<Offered> offered, Optional<String> insteadOf) {
        static final Instead NONE = new Instead(Way.NOT, Optional.empty(), Optional.empty());
    }

    /**
     * What was offered for short goods.
     *
     * @param sum of all pieces, tax included
     */
    public record Offered(String name, Yen sum, State state, Instant until, int newLine) {}

    /** Weight and price; empty before it is weighed and for goods not sold by weight. */
    public String weighed() {
        return weight.map(Weight::weighedWords).orElse("");
    }

    public boolean isDecided() {
        return found.isPresent();
    }

    /** Whether fewer were there than ordered (品切れ, N-PICK-1). */
    public boolean isShort() {
        return found.isPresent() && found.getAsInt() < ordered;
    }

    /**
     * グラム売り: the weight decides the price (N-PICK-4).
     *
     * @param expectedGrams of all ordered pieces together
     * @param grams what the scale showed, once somebody weighed
     */
    public record Weight(Yen per100g, PriceMode mode, int expectedGrams, OptionalInt grams) {

        /** {@code 100gあたり 158円（税抜）}. */
        public String priceWords() {
            return "100gあたり %s（%s）".formatted(per100g, mode == PriceMode.EXCLUDED ? "税抜" : "税込");
        }

        /** {@code 312g　492円（税抜）}; empty before it is weighed. */
        public String weighedWords() {
            return grams.isEmpty()
                    ? ""
                    : "%,dg　%s（%s）"
                            .formatted(
                                    grams.getAsInt(),
                                    new Weighing(per100g, grams).priceOf(grams.getAsInt()),
                                    mode == PriceMode.EXCLUDED ? "税抜" : "税込");
        }
    }
}
