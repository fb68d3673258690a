package coop.kumiai.api;

import coop.kumiai.orders.Destination;

/**
 * Where an order goes.
 *
 * @param postalCode seven digits
 * @param address from the prefecture to the building, in one line
 */
record DestinationJson(String recipient, String phone, String postalCode, String address) {
    static DestinationJson of(Destination destination) {
        return new DestinationJson(
                destination.recipient(),
                destination.phone(),
                destination.postalCode(),
                destination.address());
    }
}
