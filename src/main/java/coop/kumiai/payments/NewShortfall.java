package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

import java.util.UUID;

/**
 * What staff say became of a payment that the card has not paid whole (不足額).
 *
 * @param ref names the payment
 * @param rest what the card has not paid, as staff were shown it
 * @param reason why, in words
 */
public record NewShortfall(String ref, Yen rest, ShortfallWay way, String reason, UUID by) {}
