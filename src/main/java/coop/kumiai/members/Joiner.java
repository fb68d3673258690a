package coop.kumiai.members;

import java.time.LocalDate;

/**
 * Who wants to join, checked and put right.
 *
 * @param phone digits only
 */
public record Joiner(
        PersonName name,
        String phone,
        LocalDate birthDate,
        Place place,
        String street,
        String building) {

    /** {@code 〒150-0001 東京都渋谷区神宮前1-2-3 みなとハイツ201}. */
    public String address() {
        return place.oneLine() + street + (building.isEmpty() ? "" : " " + building);
    }
}
