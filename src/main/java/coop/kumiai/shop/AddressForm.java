package coop.kumiai.shop;

import coop.kumiai.kernel.JapaneseText;

import org.jspecify.annotations.Nullable;

/**
 * The part of a form that asks for an address (住所), as it was typed.
 *
 * @param postalCode 郵便番号, in any writing
 * @param place the choice among several places of one postal code, as it was listed, or empty
 * @param prefecture 都道府県
 * @param city 市区町村
 * @param town 町域, empty where a code means a whole municipality
 * @param street 丁目・番地・号
 * @param building 建物名・部屋番号, or empty
 */
public record AddressForm(
        String postalCode,
        String place,
        String prefecture,
        String city,
        String town,
        String street,
        String building) {

    public static final AddressForm EMPTY = new AddressForm("", "", "", "", "", "", "");

    /**
     * What a request does not carry is empty; no line keeps spaces at its ends or invisible signs.
     */
    public AddressForm(
            @Nullable String postalCode,
            @Nullable String place,
            @Nullable String prefecture,
            @Nullable String city,
            @Nullable String town,
            @Nullable String street,
            @Nullable String building) {
        this.postalCode = tidy(postalCode);
        this.place = tidy(place);
        this.prefecture = tidy(prefecture);
        this.city = tidy(city);
        this.town = tidy(town);
        this.street = tidy(street);
        this.building = tidy(building);
    }

    /** Whether nothing but the postal code was typed: then the Enter key means 住所を入力. */
    public boolean isOnlyAPostalCode() {
        return !postalCode.isEmpty() && (prefecture + city + town + street + building).isEmpty();
    }

    AddressForm at(String newPrefecture, String newCity, String newTown) {
        return new AddressForm(
                postalCode, place, newPrefecture, newCity, newTown, street, building);
    }

    AddressForm house(String newStreet, String newBuilding) {
        return new AddressForm(postalCode, place, prefecture, city, town, newStreet, newBuilding);
    }

    AddressForm postalCode(String newPostalCode) {
        return new AddressForm(newPostalCode, place, prefecture, city, town, street, building);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : JapaneseText.tidy(typed);
    }
}
