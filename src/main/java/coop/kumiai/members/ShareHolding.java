package coop.kumiai.members;

/**
 * What a member has in the co-op.
 *
 * @param capital paid in (出資金)
 * @param due promised and not paid yet (未収)
 * @param owed given up, to be paid back (払戻予定)
 */
public record ShareHolding(ShareAmount capital, ShareAmount due, ShareAmount owed) {
    public static final ShareHolding NONE =
            new ShareHolding(ShareAmount.NONE, ShareAmount.NONE, ShareAmount.NONE);

    /** Whether nothing binds the member and the co-op any more. */
    public boolean isEmpty() {
        return capital.isZero() && due.isZero() && owed.isZero();
    }
}
