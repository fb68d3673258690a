package coop.kumiai.shop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Map;

@KumiaiTest
class MovePageTests {
    private static final Map<String, String> FUNABASHI =
            Map.of(
                    "postalCode",
                    "２７３－０８６５",
                    "prefecture",
                    "千葉県",
                    "city",
                    "船橋市",
                    "town",
                    "夏見",
                    "street",
                    "１ー２ー３",
                    "building",
                    "");

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Mails mails;

    @Test
    @Rule("M-PAGE-1")
    void aMemberWhoHasMovedChangesTheAddressAfterALetterAndIsToldByMail() {
        var coop = coops.school();
        var email = TestMembers.email();
        some.applied(coop, email);
        var visitor = signedIn(coop, email);
        var path = "/" + coop.code() + "/account/home";
        var form = visitor.open(path);
        assertThat(form.text()).contains("value=\"神宮前\"");
        var wrong = visitor.submit(form, Map.of("street", ""));
        assertThat(wrong.status()).isEqualTo(422);
        var filled =
                visitor.submit(
                        form,
                        Map.of(
                                "postalCode",
                                "2730865",
                                "prefecture",
                                "",
                                "city",
                                "",
                                "town",
                                "",
                                "action",
                                "lookup"));
        assertThat(filled.text()).contains("value=\"船橋市\"");
        var letter = visitor.submit(form, FUNABASHI);
        assertThat(letter.words()).contains("千葉県船橋市夏見1-2-3");
        assertThat(visitor.open("/" + coop.code() + "/account").words()).contains("神宮前");
        var saved = visitor.follow(visitor.submit(letter, Map.of("action", "save")));
        assertThat(saved.words())
                .contains("登録の内容を変えました", "千葉県船橋市夏見", "1-2-3")
                .doesNotContain("神宮前");
        assertThat(mails.only(email).subject()).contains("登録の内容が変更されました");
    }

    @Test
    void aNetShopHasDeliveryAddressesInstead() {
        var coop = coops.fresh();
        var email = TestMembers.email();
        some.applied(coop, email);
        var visitor = signedIn(coop, email);
        assertThat(visitor.open("/" + coop.code() + "/account/home").status()).isEqualTo(404);
    }

    private Visitor signedIn(CoopId coop, String email) {
        var visitor = new Visitor(port);
        var door = visitor.open("/" + coop.code() + "/sign-in");
        visitor.submit(door, Map.of("email", email, "password", TestMembers.PASSWORD));
        return visitor;
    }
}
