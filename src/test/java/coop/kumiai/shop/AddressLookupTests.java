package coop.kumiai.shop;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KumiaiTest
class AddressLookupTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestCoops coops;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    void aVisitorGetsTheFieldsFilledAndGoesOnAtTheHouseNumber() {
        assertThat(lookUp("〒１５０ー０００１"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"150-0001\"", "value=\"渋谷区\"", "value=\"神宮前\"")
                .containsPattern("<option value=\"東京都\" selected")
                .containsPattern("<input id=\"street\"[^>]* autofocus")
                .doesNotContain("name=\"place\"", "<html");
    }

    @Test
    void aCodeOfSeveralPlacesOffersThem() {
        assertThat(lookUp("498-0000"))
                .hasStatusOk()
                .bodyText()
                .contains("<option value=\"愛知県弥富市\"", "<option value=\"三重県桑名郡木曽岬町\"", "2件の地域")
                .containsPattern("<select id=\"place\"[^>]* autofocus");
    }

    @Test
    void theChosenPlaceFillsTheFields() {
        var answer =
                mvc.get()
                        .uri("/{coop}/postal", coop.code())
                        .param("postalCode", "498-0000")
                        .param("place", "三重県桑名郡木曽岬町")
                        .param("building", "コーポ髙﨑")
                        .exchange();

        assertThat(answer)
                .bodyText()
                .contains("value=\"桑名郡木曽岬町\"", "value=\"コーポ髙﨑\"")
                .containsPattern("<option value=\"三重県\" selected")
                .containsPattern("<option value=\"三重県桑名郡木曽岬町\" selected");
    }

    @Test
    void whatLeadsNowhereIsSaidAtTheField() {
        assertThat(lookUp("150-000"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"postalCode-error\"", "いまは6桁です");
        assertThat(lookUp("999-9999")).hasStatusOk().bodyText().contains("999-9999 は見つかりませんでした");
        assertThat(lookUp("90210-1234")).hasStatusOk().bodyText().contains("海外の郵便番号");
    }

    @Test
    void scriptInAFieldIsPrintedNotRun() {
        assertThat(lookUp("<script>alert(1)</script>\"'"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script")
                .contains("&lt;script>alert(1)");
    }

    private MvcTestResult lookUp(String typed) {
        return mvc.get().uri("/{coop}/postal", coop.code()).param("postalCode", typed).exchange();
    }
}
