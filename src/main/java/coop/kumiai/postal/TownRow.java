package coop.kumiai.postal;

/**
 * One line of the table of postal codes.
 *
 * @param code seven digits
 * @param cityCode 全国地方公共団体コード, five digits
 * @param officeStreet and {@code officeName}: empty unless the code belongs to one office alone
 */
record TownRow(
        String code,
        String cityCode,
        String prefecture,
        String city,
        String town,
        Town.Reading reading,
        String officeStreet,
        String officeName) {

    boolean isOffice() {
        return !officeName.isEmpty();
    }

    TownRow named(String newTown, String newTownReading) {
        return new TownRow(
                code,
                cityCode,
                prefecture,
                city,
                newTown,
                new Town.Reading(reading.prefecture(), reading.city(), newTownReading),
                officeStreet,
                officeName);
    }

    /** What makes two lines the same place. */
    Key key() {
        return new Key(code, cityCode, town, officeName);
    }

    record Key(String code, String cityCode, String town, String officeName) {}
}
