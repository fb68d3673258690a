package coop.kumiai.fulfilment;

import coop.kumiai.stores.Slot;

/**
 * How far the work of a slot is.
 *
 * @param orders confirmed ones
 * @param lines products to fetch, over all orders
 * @param decided products that were fetched or found short
 * @param picked orders whose boxes are closed, handed over or not
 * @param delivered orders handed over
 * @param broughtBack orders that went back to the store
 */
public record SlotWork(
        Slot slot,
        int orders,
        int lines,
        int decided,
        int picked,
        int delivered,
        int broughtBack) {}
