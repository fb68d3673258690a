package coop.kumiai.members;

/**
 * What a change would come to, to be read out before it is made.
 *
 * @param amount due with an increase, paid back after a reduction
 * @param after what the member holds once it is paid
 */
public record ShareOffer(ShareHolding before, ShareAmount amount, ShareAmount after) {}
