package coop.kumiai.stores;

/**
 * A store (店舗) that picks and delivers orders.
 *
 * @param id its code within the co-op
 * @param phone where a member calls when the screen can do no more (N-ORD-8)
 * @param viewing whether visitors browse it before they sign in (見学店舗, N-CAT-3)
 */
public record Store(String id, String name, String phone, String address, boolean viewing) {}
