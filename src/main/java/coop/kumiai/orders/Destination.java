package coop.kumiai.orders;

/**
 * Where an order goes, as it was when the order was placed (N-REG-6): a later change of the address
 * book does not move it.
 *
 * @param postalCode seven digits
 * @param address from the prefecture to the building, in one line
 */
public record Destination(String recipient, String phone, String postalCode, String address) {}
