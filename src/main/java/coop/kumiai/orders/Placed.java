package coop.kumiai.orders;

/**
 * What came of a confirmation.
 *
 * @param repeated whether an earlier confirmation had made the order: the same key again, or the
 *     same cart in another window
 */
public record Placed(Order order, boolean repeated) {}
