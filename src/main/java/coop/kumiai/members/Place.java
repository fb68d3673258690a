package coop.kumiai.members;

import coop.kumiai.kernel.PostalCode;

/**
 * What a postal code and a town say of an address: enough to know which store delivers there.
 *
 * @param town 町域, as the postal table writes it; empty where the code means a whole municipality
 */
public record Place(PostalCode postalCode, String prefecture, String city, String town) {
    /** {@code 〒150-0001 東京都渋谷区神宮前}. */
    public String oneLine() {
        return "〒" + postalCode + " " + prefecture + city + town;
    }
}
