package coop.kumiai.members;

import java.util.UUID;

/**
 * A delivery address of a member (お届け先). Counts for later orders only: an order keeps the words
 * that it was placed with (N-REG-6).
 *
 * @param label what the member calls it, such as 自宅
 * @param recipient who receives there
 * @param phone digits only
 * @param street 番地
 * @param building 建物名・部屋番号, or empty
 */
public record Address(
        UUID addressId,
        String label,
        String recipient,
        String phone,
        Place place,
        String street,
        String building) {

    /** {@code 〒150-0001 東京都渋谷区神宮前1-2-3 みなとハイツ201}. */
    public String oneLine() {
        return beforeBuilding() + (building.isEmpty() ? "" : " " + building);
    }

    /** {@code 〒150-0001 東京都渋谷区神宮前1-2-3}: where a narrow page may begin a new line. */
    public String beforeBuilding() {
        return place.oneLine() + street;
    }

    /** Seven digits. */
    public String postalCode() {
        return place.postalCode().digits();
    }

    public String town() {
        return place.town();
    }
}
