package coop.kumiai.postal;

import org.jspecify.annotations.Nullable;

/**
 * A place that a postal code means (町域).
 *
 * @param prefecture 都道府県
 * @param city 市区町村, with its district (郡) where it has one
 * @param town 町域, empty where the code means the whole municipality
 * @param reading the three in katakana; the town's part is empty where it is not known
 * @param office the company or authority that the code belongs to alone, or null
 */
public record Town(
        String prefecture, String city, String town, Reading reading, @Nullable Office office) {

    /** フリガナ of prefecture, city and town. */
    public record Reading(String prefecture, String city, String town) {}

    /** 大口事業所: who has a postal code of its own, and its street and number. */
    public record Office(String name, String street) {}

    /** City and town in one, as a list of choices shows them. */
    public String label() {
        return prefecture + city + town + (office == null ? "" : "（" + office.name() + "）");
    }
}
