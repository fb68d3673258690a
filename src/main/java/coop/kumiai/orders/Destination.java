package coop.kumiai.orders;

import coop.kumiai.kernel.PostalCode;

/**
 * Where an order goes, as it was when the order was placed (N-REG-6): a later change of the address
 * book does not move it. A drive-through order goes to a place at its store (N-DRIVE-1).
 *
 * @param postalCode seven digits; empty at a drive-through
 * @param address from the prefecture to the building, in one line; at a drive-through store and
 *     place
 * @param driveThrough whether the member fetches it there
 */
public record Destination(
        String recipient, String phone, String postalCode, String address, boolean driveThrough) {

    /** {@code 〒150-0031 東京都渋谷区…}, or where at the store the goods are fetched. */
    public String oneLine() {
        return driveThrough ? address : "〒%s %s".formatted(new PostalCode(postalCode), address);
    }
}
