package coop.kumiai.cards;

import coop.kumiai.kernel.CoopId;

/**
 * A wallet of phones (電子ウォレット), seen from here.
 *
 * @param <T> what the phone is given
 */
interface PassMaker<T> {
    /** Whether the co-op is set up for it. */
    boolean serves(CoopId coop);

    /** A signed pass for a co-op that is. */
    T make(PassContent content);
}
