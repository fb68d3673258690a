package coop.kumiai.api;

import coop.kumiai.orders.Destination;

/**
 * Where an order goes.
 *
 * @param postalCode seven digits; empty at a drive-through
 * @param driveThrough whether the member fetches it at the store (N-DRIVE-1)
 * @param address from the prefecture to the building, in one line
 */
record DestinationJson(
        String recipient, String phone, String postalCode, String address, boolean driveThrough) {
    static DestinationJson of(Destination destination) {
        return new DestinationJson(
                destination.recipient(),
                destination.phone(),
                destination.postalCode(),
                destination.address(),
                destination.driveThrough());
    }
}
