package coop.kumiai.postal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class TownRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "神宮前 | 渋谷区 | 神宮前",
                "渋谷（次のビルを除く） | 渋谷区 | 渋谷",
                "北十条西（１〜４丁目） | 札幌市北区 | 北十条西",
                "丸の内東京ビルディング（１２階） | 千代田区 | 丸の内東京ビルディング",
                "以下に掲載がない場合 | 弥富市 | ''",
                "岡谷市の次に番地がくる場合 | 岡谷市 | ''",
                "小菅村の次に１〜６６３番地がくる場合 | 北都留郡小菅村 | ''",
                "利島村一円 | 利島村 | ''",
                "南相木村一円 | 南佐久郡南相木村 | ''",
                "一円 | 犬上郡多賀町 | 一円",
                "種市第１５地割〜第２１地割（鹿糠、小路合） | 九戸郡洋野町 | 種市",
                "左草１地割〜左草６地割 | 和賀郡西和賀町 | 左草",
                "湯本２９地割、湯本３０地割 | 和賀郡西和賀町 | 湯本",
                "１０条通（８〜１７丁目） | 旭川市 | １０条通",
                "江田島町国有無番地 | 江田島市 | 江田島町国有無番地"
            })
    void takesTheRemarksOutOfATown(String town, String city, String name) {
        assertThat(TownRules.plainName(town, city)).isEqualTo(name);
    }

    @Test
    void aLineThatNamesSeveralTownsIsSeveralPlaces() {
        var places = TownRules.placesOf(town("9012101", "甲、乙", "コウ、オツ"));

        assertThat(places).extracting(TownRow::town).containsExactly("甲", "乙");
        assertThat(places).extracting(row -> row.reading().town()).containsExactly("コウ", "オツ");
    }

    @Test
    void theReadingLosesTheSameRemarks() {
        var lots = town("0287915", "種市第１５地割〜第２１地割（鹿糠）", "タネイチダイ１５チワリ−ダイ２１チワリ（カヌカ）");
        var notListed = town("1000000", "以下に掲載がない場合", "イカニケイサイガナイバアイ");

        assertThat(TownRules.placesOf(lots).getFirst().reading().town()).isEqualTo("タネイチ");
        assertThat(TownRules.placesOf(notListed).getFirst().reading().town()).isEmpty();
    }

    @Test
    void theSamePlaceIsKeptOnceAndWithItsReading() {
        var places =
                TownRules.places(
                        List.of(
                                town("0295501", "左草", ""),
                                town("0295501", "左草１地割〜左草６地割", "サソウ１チワリ−サソウ６チワリ"),
                                town("0295501", "下左草", "")));

        assertThat(places).extracting(TownRow::town).containsExactly("左草", "下左草");
        assertThat(places).extracting(row -> row.reading().town()).containsExactly("サソウ", "");
    }

    @Test
    void anOfficesOwnCodeStaysAsPublished() {
        var noReading = new Town.Reading("", "", "");
        var office =
                new TownRow(
                        "1508010", "13113", "東京都", "渋谷区", "宇田川町", noReading, "１番１号", "渋谷区役所（本庁）");

        assertThat(TownRules.placesOf(office)).containsExactly(office);
    }

    private static TownRow town(String code, String town, String reading) {
        var readings = new Town.Reading("イワテケン", "ニシワガマチ", reading);
        return new TownRow(code, "03366", "岩手県", "和賀郡西和賀町", town, readings, "", "");
    }
}
