package coop.kumiai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;

/** 新規登録 out of an app, from the area to the first call as a member. */
@KumiaiTest
class RegistrationsApiTests {
    private static final Pattern CODE = Pattern.compile("確認コード: (.+)");

    @Autowired MockMvcTester http;
    @Autowired TestCoops coops;
    @Autowired TestMembers people;
    @Autowired Mails mails;
    private String email = TestMembers.email();
    private CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    @Rule({"N-REG-1", "N-AREA-1"})
    void whoLivesInAnAreaRegistersByTheCodeOfTheMail() {
        var area = get("areas?postalCode=１５０－００３１", "");
        assertThat(text(area, "$[0].place")).isEqualTo("東京都渋谷区桜丘町");
        assertThat(text(area, "$[0].store")).isEqualTo("shibuya");
        var sent = post("registrations", mailRequest("150-0031", "東京都渋谷区桜丘町"));
        assertThat(sent).hasStatus(202);
        var mail = "registrations/" + text(sent, "$.mail") + "/code";
        assertThat(post(mail, "{\"code\": \"000000\"}")).hasStatus(422);
        var letter = CODE.matcher(mails.only(email).text());
        assertThat(letter.find()).isTrue();
        var opened = post(mail, "{\"code\": \"%s\"}".formatted(letter.group(1)));
        var token = text(opened, "$.token");
        var shortOf = post("registrations/members", person(token, "", "短い"));
        assertThat(shortOf).hasStatus(422);
        assertThat(body(shortOf)).contains("family", "password");
        var registered = post("registrations/members", person(token, "湊", TestMembers.PASSWORD));
        assertThat(registered).hasStatus(201);
        var me = get("me", text(registered, "$.token"));
        assertThat(text(me, "$.email")).isEqualTo(email);
        assertThat(post("registrations/members", person(token, "湊", TestMembers.PASSWORD)))
                .hasStatus(422);
    }

    @Test
    @Rule({"N-REG-1", "N-AREA-1"})
    void outsideAndUnknownPlacesGetASentence() {
        assertThat(text(get("areas?postalCode=0600001", ""), "$[0].store")).isEqualTo("null");
        assertThat(get("areas?postalCode=123", "")).hasStatus(422);
        assertThat(post("registrations", mailRequest("0600001", "北海道札幌市中央区北一条西"))).hasStatus(422);
        assertThat(post("registrations", mailRequest("1500031", "どこか"))).hasStatus(422);
        assertThat(post("registrations", mailRequest("x", "東京都渋谷区桜丘町"))).hasStatus(422);
    }

    @Test
    @Rule("M-LOGIN-1")
    void theAnswerNeverTellsWhetherTheAddressIsRegistered() {
        var fresh = post("registrations", mailRequest("1500031", "東京都渋谷区桜丘町"));
        email = TestMembers.email();
        people.applied(coop, email);
        var known = post("registrations", mailRequest("1500031", "東京都渋谷区桜丘町"));
        assertThat(known).hasStatus(202);
        assertThat(body(known)).hasSameSizeAs(body(fresh));
    }

    private String mailRequest(String postalCode, String place) {
        return "{\"postalCode\": \"%s\", \"place\": \"%s\", \"email\": \"%s\"}"
                .formatted(postalCode, place, email);
    }

    private static String person(String token, String family, String password) {
        return """
        {"token": "%s", "family": "%s", "given": "花子", "familyKana": "ミナト", "givenKana": "ハナコ",
         "phone": "03-1234-5678", "birthDate": "昭和35年4月1日", "street": "1-2-3", "building": "",
         "joining": "web", "memberCode": "", "password": "%s"}
        """
                .formatted(token, family, password);
    }

    private MvcTestResult get(String path, String token) {
        var request = http.get().uri(root() + path);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.exchange();
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(root() + path)
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private String root() {
        return "/api/v1/" + coop + "/";
    }

    private static String text(MvcTestResult result, String path) {
        return String.valueOf((Object) JsonPath.read(body(result), path));
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
