package coop.kumiai.stores;

/**
 * A piece of land that a store delivers to (配達区域, N-AREA-1).
 *
 * @param postalCode seven digits
 * @param town one town (町域) of that code, or empty for all of it
 */
public record DeliveryArea(String postalCode, String town) {}
