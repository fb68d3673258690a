package coop.kumiai.postal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.postal.PostalCodeAnswer.Foreign;
import coop.kumiai.postal.PostalCodeAnswer.Malformed;
import coop.kumiai.postal.PostalCodeAnswer.Towns;
import coop.kumiai.postal.PostalCodeAnswer.Unknown;
import coop.kumiai.testing.KumiaiTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** All of Japan's postal codes, as the program brings them along. */
@KumiaiTest
class PostalCodesTests {
    @Autowired PostalCodes postalCodes;

    @ParameterizedTest
    @ValueSource(strings = {"150-0001", "1500001", "〒１５０－０００１", "150ー0001", " 150 0001 "})
    void oneTown(String typed) {
        var town = towns(typed).getFirst();

        assertThat(town.prefecture() + town.city() + town.town()).isEqualTo("東京都渋谷区神宮前");
        assertThat(town.reading()).isEqualTo(new Town.Reading("トウキョウト", "シブヤク", "ジングウマエ"));
        assertThat(town.office()).isNull();
    }

    @Test
    void aCodeOfSeveralTowns() {
        assertThat(towns("452-0961"))
                .hasSize(66)
                .allMatch(town -> town.city().equals("清須市"))
                .extracting(Town::town)
                .contains("春日明河原")
                .doesNotHaveDuplicates();
    }

    @Test
    void aCodeInTwoPrefectures() {
        assertThat(towns("498-0000"))
                .extracting(Town::label)
                .containsExactly("愛知県弥富市", "三重県桑名郡木曽岬町");
        assertThat(towns("618-0000")).extracting(Town::prefecture).containsExactly("京都府", "大阪府");
        assertThat(towns("871-0000")).extracting(Town::prefecture).containsExactly("福岡県", "大分県");
    }

    @Test
    void anOfficesOwnCode() {
        var office = towns("001-8612").getFirst();

        assertThat(office.office()).isEqualTo(new Town.Office("札幌市北区役所", "６丁目１番１号"));
        assertThat(office.label()).isEqualTo("北海道札幌市北区北二十四条西（札幌市北区役所）");
    }

    @Test
    void noTownKeepsARemarkOfTheSortingOffice() {
        assertThat(towns("100-0000")).extracting(Town::town).containsExactly("");
        assertThat(towns("150-0002")).extracting(Town::town).containsExactly("渋谷");
        assertThat(towns("028-7915")).extracting(Town::town).contains("種市");
        assertThat(towns("100-0301")).extracting(Town::town).containsExactly("");
    }

    @Test
    void whatLeadsNowhereSaysWhy() {
        assertThat(postalCodes.find("999-9999")).isInstanceOf(Unknown.class);
        assertThat(postalCodes.find("150-000")).isInstanceOf(Malformed.class);
        assertThat(postalCodes.find("SW1A 1AA")).isInstanceOf(Foreign.class);
        assertThat(postalCodes.find("'; drop table postal.town; --")).isInstanceOf(Malformed.class);
    }

    private List<Town> towns(String typed) {
        assertThat(postalCodes.find(typed)).isInstanceOf(Towns.class);
        return ((Towns) postalCodes.find(typed)).towns();
    }
}
