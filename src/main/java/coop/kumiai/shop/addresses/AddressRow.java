package coop.kumiai.shop.addresses;

import coop.kumiai.members.Address;
import coop.kumiai.members.PhoneNumber;

/**
 * One delivery address in the list.
 *
 * @param store which store delivers there, in words
 * @param first whether it is the default
 */
public record AddressRow(Address address, String store, boolean first) {
    /** The path of its pages, below the list's. */
    public String path() {
        return address.addressId().toString();
    }

    public String recipient() {
        return address.recipient() + " 様";
    }

    public String phone() {
        return PhoneNumber.print(address.phone());
    }
}
