package coop.kumiai.shop;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.PostalCode;
import coop.kumiai.postal.PostalCodeAnswer;
import coop.kumiai.postal.PostalCodeAnswer.Malformed;
import coop.kumiai.postal.PostalCodeAnswer.Towns;
import coop.kumiai.postal.PostalCodeAnswer.Unknown;
import coop.kumiai.postal.Town;
import coop.kumiai.web.FormError;
import coop.kumiai.web.Option;

import org.junit.jupiter.api.Test;

import java.util.List;

class AddressRulesTest {
    private static final Town JINGUMAE = town("東京都", "渋谷区", "神宮前");
    private static final Town YATOMI = town("愛知県", "弥富市", "");
    private static final Town KISOSAKI = town("三重県", "桑名郡木曽岬町", "");
    private static final Town NAKAGAWARA = town("愛知県", "清須市", "春日中河原");
    private static final Town AKEGAWARA = town("愛知県", "清須市", "春日明河原");

    @Test
    void theOnlyTownOfACodeIsFilledIn() {
        var filled = AddressRules.filled(code("150-0001"), List.of(JINGUMAE));

        assertThat(filled).isEqualTo(new AddressForm("150-0001", "", "東京都", "渋谷区", "神宮前", "", ""));
    }

    @Test
    void ofSeveralTownsWhatTheyShareIsFilledIn() {
        assertThat(AddressRules.filled(code("452-0961"), List.of(NAKAGAWARA, AKEGAWARA)))
                .isEqualTo(new AddressForm("452-0961", "", "愛知県", "清須市", "", "", ""));
        assertThat(AddressRules.filled(code("498-0000"), List.of(YATOMI, KISOSAKI)))
                .isEqualTo(code("498-0000"));
    }

    @Test
    void theChoiceLeavesOutWhatAllPlacesShare() {
        assertThat(AddressRules.choices(List.of(NAKAGAWARA, AKEGAWARA)))
                .containsExactly(
                        Option.of("愛知県清須市春日中河原", "春日中河原"), Option.of("愛知県清須市春日明河原", "春日明河原"));
        assertThat(AddressRules.choices(List.of(YATOMI, KISOSAKI)))
                .extracting(Option::label)
                .containsExactly("愛知県弥富市", "三重県桑名郡木曽岬町");
    }

    @Test
    void theChosenPlaceIsFilledIn() {
        var form = new AddressForm("498-0000", "三重県桑名郡木曽岬町", "", "", "", "西対海地1", "");

        assertThat(AddressRules.filled(form, List.of(YATOMI, KISOSAKI)).prefecture())
                .isEqualTo("三重県");
        assertThat(AddressRules.putRight(form, List.of(YATOMI, KISOSAKI)).city())
                .isEqualTo("桑名郡木曽岬町");
    }

    @Test
    void anOfficesCodeFillsItsStreetToo() {
        var office = new Town("東京都", "渋谷区", "宇田川町", noReading(), new Town.Office("渋谷区役所", "１番１号"));

        assertThat(AddressRules.filled(code("150-8010"), List.of(office)))
                .isEqualTo(new AddressForm("150-8010", "", "東京都", "渋谷区", "宇田川町", "１番１号", "渋谷区役所"));
    }

    @Test
    void aTownInAnotherWritingIsWrittenAsTheTableWritesIt() {
        var town = town("東京都", "千代田区", "霞が関");
        var typed = new AddressForm("100-0013", "", "東京都", "千代田区", "霞ガ関", "1-1", "");

        assertThat(AddressRules.putRight(typed, List.of(town)).town()).isEqualTo("霞が関");
    }

    @Test
    void aTownThatTheTableDoesNotKnowStays() {
        var typed = new AddressForm("150-0001", "", "東京都", "渋谷区", "新しい町", "1-1", "");

        assertThat(AddressRules.putRight(typed, List.of(JINGUMAE))).isEqualTo(typed);
    }

    @Test
    void aWholeAddressIsFine() {
        var form = new AddressForm("150-0001", "", "東京都", "渋谷区", "神宮前", "１丁目２−３", "コーポ髙﨑 201");

        assertThat(errors(form, towns(JINGUMAE))).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        assertThat(errors(AddressForm.EMPTY, new Malformed("")))
                .extracting(FormError::field)
                .containsExactly("postalCode", "prefecture", "city", "street");
        assertThat(
                        errors(
                                new AddressForm("150-0001", "", "東京都", "渋谷区", "", "1-1", ""),
                                towns(JINGUMAE)))
                .extracting(FormError::field)
                .containsExactly("town");
    }

    @Test
    void aCodeOfAWholeMunicipalityNeedsNoTown() {
        var form = new AddressForm("498-0000", "", "愛知県", "弥富市", "", "鎌倉町1", "");

        assertThat(errors(form, towns(YATOMI, KISOSAKI))).isEmpty();
    }

    @Test
    void codeAndAddressMustAgree() {
        var form = new AddressForm("150-0001", "", "大阪府", "大阪市北区", "梅田", "1-1", "");

        assertThat(errors(form, towns(JINGUMAE)))
                .containsExactly(
                        new FormError(
                                "postalCode", "郵便番号 150-0001 は東京都渋谷区のものです。郵便番号とご住所のどちらかをお直しください。"));
    }

    @Test
    void aCodeNewerThanTheTableIsTakenAsTyped() {
        var form = new AddressForm("150-9999", "", "東京都", "渋谷区", "", "1-1", "");

        assertThat(errors(form, new Unknown(new PostalCode("1509999")))).isEmpty();
    }

    @Test
    void anEndlessLineIsRefusedWithItsLength() {
        var form = new AddressForm("150-0001", "", "東京都", "渋谷区", "神宮前", "𠮷".repeat(10_000), "");

        assertThat(errors(form, towns(JINGUMAE)))
                .containsExactly(new FormError("street", "60文字までにおまとめください（いまは10,000文字です）。"));
    }

    @Test
    void aPrefectureThatDoesNotExistIsRefused() {
        var form = new AddressForm("150-9999", "", "江戸", "渋谷区", "神宮前", "1-1", "");

        assertThat(errors(form, new Unknown(new PostalCode("1509999"))))
                .extracting(FormError::field)
                .containsExactly("prefecture");
    }

    @Test
    void whatWasTypedLosesOnlyWhatNobodySees() {
        var form = new AddressForm(" 150-0001\u200B", null, "東京都", "　渋谷区", "神宮前\n", "1−2", "髙﨑荘");

        assertThat(form)
                .isEqualTo(new AddressForm("150-0001", "", "東京都", "渋谷区", "神宮前", "1−2", "髙﨑荘"));
        assertThat(code("150-0001").isOnlyAPostalCode()).isTrue();
        assertThat(form.isOnlyAPostalCode()).isFalse();
    }

    private static List<FormError> errors(AddressForm form, PostalCodeAnswer answer) {
        return AddressRules.errors(form, answer).list();
    }

    private static Towns towns(Town... towns) {
        return new Towns(new PostalCode("1500001"), List.of(towns));
    }

    private static AddressForm code(String postalCode) {
        return new AddressForm(postalCode, "", "", "", "", "", "");
    }

    private static Town town(String prefecture, String city, String town) {
        return new Town(prefecture, city, town, noReading(), null);
    }

    private static Town.Reading noReading() {
        return new Town.Reading("", "", "");
    }
}
