package coop.kumiai.shop.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

@KumiaiTest
class AddressPagesTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Members members;
    CoopId coop;
    String root;
    String list;
    UUID hanako;
    UUID home;
    Visitor visitor;

    @BeforeEach
    void aMemberSignedIn() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        list = root + "account/addresses";
        var email = TestMembers.email();
        hanako = some.applied(coop, email).memberId();
        home = members.addresses(coop, hanako).getFirst().addressId();
        visitor = signedIn(email);
    }

    @Test
    @Rule({"N-REG-3", "N-AREA-1", "B-CUST-2"})
    void anAddressIsAddedAfterALetterThatNamesItsStore() {
        var form = visitor.open(list + "/new");
        assertThat(form.text()).contains("value=\"山田 花子\"");
        var filled =
                visitor.submit(
                        form,
                        work(Map.of("action", "lookup", "prefecture", "", "city", "", "town", "")));
        assertThat(filled.text()).contains("value=\"目黒区\"", "value=\"上目黒\"", "value=\"勤め先\"");

        var letter = visitor.submit(form, work(Map.of()));
        assertThat(letter.words()).contains("勤め先", "〒153-0051 東京都目黒区上目黒2-3 組合ビル5階", "目黒店");
        assertThat(members.addresses(coop, hanako)).hasSize(1);
        var back = visitor.submit(letter, Map.of("action", "back"));
        assertThat(back.text()).contains("value=\"勤め先\"");

        var added = visitor.follow(visitor.submit(letter, Map.of("action", "save")));
        assertThat(added.words()).contains("お届け先を加えました", "勤め先", "目黒店からお届けします");
    }

    @Test
    @Rule({"N-REG-3", "N-AREA-2", "B-CUST-2"})
    void anAddressIsChangedMadeTheDefaultAndRemoved() {
        visitor.submit(visitor.open(list + "/new"), work(Map.of("action", "save")));
        var work = members.addresses(coop, hanako).getLast().addressId();
        var form = visitor.open(list + "/" + work);
        assertThat(form.text()).contains("value=\"勤め先\"", "value=\"153-0051\"");
        var letter = visitor.submit(form, work(Map.of("label", "実家", "street", "4-5")));
        assertThat(letter.words()).contains("確定ずみのご注文のお届け先は変わりません");
        visitor.submit(letter, Map.of("action", "save"));
        assertThat(members.addresses(coop, hanako).getLast().oneLine()).contains("上目黒4-5");

        var first = visitor.submit(visitor.open(list), list + "/" + work + "/first", Map.of());
        assertThat(visitor.follow(first).words()).contains("実家（いつものお届け先）");

        var asked = visitor.open(list + "/" + home + "/remove");
        assertThat(asked.words()).contains("ご自宅", "確定ずみのご注文は、そのままお届けします");
        assertThat(visitor.follow(visitor.submit(asked, Map.of())).words()).contains("取りやめました");
        assertThat(members.addresses(coop, hanako)).hasSize(1);
    }

    @Test
    void theLastOneStays() {
        var refused = visitor.submit(visitor.open(list + "/" + home + "/remove"), Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("お届け先は一つは要ります");
    }

    @Test
    @Rule("N-AREA-1")
    void outsideEveryAreaItIsRefusedWithAWordAboutIt() {
        var refused =
                visitor.submit(
                        visitor.open(list + "/new"),
                        work(
                                Map.of(
                                        "postalCode",
                                        "060-0001",
                                        "prefecture",
                                        "北海道",
                                        "city",
                                        "札幌市中央区",
                                        "town",
                                        "北一条西")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("060-0001", "地域の外です");
        assertThat(refused.text()).contains("value=\"勤め先\"");
    }

    @Test
    void everyFaultIsSaidAtItsField() {
        var refused =
                visitor.submit(
                        visitor.open(list + "/new"),
                        Map.of(
                                "label",
                                "",
                                "recipient",
                                "x".repeat(10_000),
                                "phone",
                                "'; drop table members.address; --",
                                "postalCode",
                                "SW1A 1AA",
                                "street",
                                "<script>alert(1)</script>"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("呼び名を入れてください", "60文字まで", "10桁か11桁", "海外の郵便番号", "都道府県");
        assertThat(refused.text()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/remove"})
    void anotherMembersAddressIsNotThere(String page) {
        var email = TestMembers.email();
        some.applied(coop, email);
        var stranger = signedIn(email);
        assertThat(stranger.open(list + "/" + home + page).status()).isEqualTo(404);
        var own = stranger.open(root + "account");
        var csrf = csrf(own);
        for (var path : new String[] {"", "/remove", "/first"}) {
            var fields = work(Map.of("action", "save", "_csrf", csrf));
            assertThat(stranger.post(list + "/" + home + path, fields).status()).isEqualTo(404);
        }
        assertThat(members.addresses(coop, hanako)).hasSize(1);
        assertThat(members.address(coop, hanako, home).label()).isEqualTo("ご自宅");
    }

    @Test
    void whatIsNoAddressIsNotThere() {
        assertThat(visitor.open(list + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(visitor.open(list + "/x").status()).isIn(400, 404);
    }

    private static String csrf(Visitor.Shown page) {
        var text = page.text();
        var start = text.indexOf("name=\"_csrf\" value=\"") + 20;
        return text.substring(start, text.indexOf('"', start));
    }

    private static Map<String, String> work(Map<String, String> other) {
        var fields =
                new HashMap<>(
                        Map.of(
                                "label", "勤め先",
                                "recipient", "山田 花子",
                                "phone", "03-5550-0101",
                                "postalCode", "１５３ー００５１",
                                "prefecture", "東京都",
                                "city", "目黒区",
                                "town", "上目黒",
                                "street", "２ー３",
                                "building", "組合ビル5階"));
        fields.putAll(other);
        return fields;
    }

    private Visitor signedIn(String email) {
        var someone = new Visitor(port);
        someone.submit(
                someone.open(root + "sign-in"),
                Map.of("email", email, "password", TestMembers.PASSWORD));
        return someone;
    }
}
