package coop.kumiai.postal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes addresses out of Japan Post's table, whose town names carry remarks for the sorting of
 * letters: （１〜１９丁目）, 以下に掲載がない場合, 岡谷市の次に番地がくる場合, 利島村一円.
 */
final class TownRules {
    private static final String NOT_LISTED = "以下に掲載がない場合";

    /**
     * 地割, numbered lots of northern villages: the number belongs to the house, 種市第１５地割〜第２１地割 is 種市.
     */
    private static final Pattern LOTS = Pattern.compile("第?[０-９0-9]+地割.*$");

    private static final Pattern LOTS_READING = Pattern.compile("(ダイ)?[０-９0-9]+チワリ.*$");

    private TownRules() {}

    /**
     * The published lines as places, each once; where two lines name the same place the one with a
     * reading stays.
     */
    static Collection<TownRow> places(List<TownRow> published) {
        Map<TownRow.Key, TownRow> places = LinkedHashMap.newLinkedHashMap(published.size());
        for (var row : published) {
            for (var place : placesOf(row)) {
                places.merge(place.key(), place, TownRules::theOneWithReading);
            }
        }
        return places.values();
    }

    /** One published line may name several towns (甲、乙). */
    static List<TownRow> placesOf(TownRow published) {
        if (published.isOffice()) {
            return List.of(published);
        }
        var names = plainName(published.town(), published.city()).split("、");
        var readings = plainReading(published.reading().town(), names[0]).split("、");
        return IntStream.range(0, names.length)
                .mapToObj(
                        i ->
                                published.named(
                                        names[i],
                                        names.length == readings.length ? readings[i] : ""))
                .toList();
    }

    static String plainName(String town, String city) {
        var name = withoutRemark(town);
        if (name.equals(NOT_LISTED) || isNumberFollowing(name) || isAllOf(city, name)) {
            return "";
        }
        return name.contains("地割") ? LOTS.matcher(name).replaceFirst("") : name;
    }

    /** 岡谷市の次に番地がくる場合: no town between the municipality and the house number. */
    private static boolean isNumberFollowing(String name) {
        return name.endsWith("がくる場合") && name.contains("の次に");
    }

    /** 利島村一円 is all of 利島村; 一円 by itself is a town in 多賀町. */
    private static boolean isAllOf(String city, String name) {
        return name.length() > 2
                && name.endsWith("一円")
                && city.endsWith(name.substring(0, name.length() - 2));
    }

    private static String plainReading(String reading, String name) {
        if (name.isEmpty()) {
            return "";
        }
        var plain = withoutRemark(reading);
        return plain.contains("チワリ") ? LOTS_READING.matcher(plain).replaceFirst("") : plain;
    }

    private static String withoutRemark(String text) {
        int remark = Math.max(text.indexOf('（'), text.indexOf('('));
        return remark < 0 ? text : text.substring(0, remark);
    }

    private static TownRow theOneWithReading(TownRow first, TownRow second) {
        return first.reading().town().isEmpty() ? second : first;
    }
}
