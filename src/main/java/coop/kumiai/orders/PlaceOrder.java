package coop.kumiai.orders;

import coop.kumiai.payments.PaymentMethod;

import java.util.UUID;

/**
 * A member's confirmation (注文確定) of the cart that they saw.
 *
 * @param key made by the asker, 8 to 100 characters: a repeat under it finds the order that the
 *     first one made
 * @param cartId the cart that is confirmed: it becomes one order at most
 * @param revision the {@link Cart#revision()} that was shown: another one is not confirmed unseen
 */
public record PlaceOrder(
        String key, UUID cartId, String revision, PaymentMethod payment, Wishes wishes) {}
