package coop.kumiai.shop.register;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

@KumiaiTest
class RegistrationTests {
    private static final String PASSWORD = "ひつじ 縁側 zeppelin 七夕";

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired Accounts accounts;
    @Autowired Members members;
    @Autowired MailProofs proofs;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String root;
    Visitor visitor;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        visitor = new Visitor(port);
    }

    @Test
    @Rule({"N-REG-1", "N-JOIN-1", "N-JOIN-2", "N-AREA-1"})
    void aVisitorRegistersFromTheAreaToTheFirstSignIn() {
        var mail = ask("１５０ー０００１", "Hanako@example.com");
        var sent = visitor.open(mail);
        assertThat(sent.words()).contains("Hanako@example.com へお送りしました", "minato.coop.example");
        var token = token(mail);

        var form = visitor.open(root + "register/open/" + token);
        var filled = visitor.submit(form, form(Map.of("birthDate", "Ｓ４６．４．１")));
        assertThat(filled.status()).isEqualTo(303);
        var letter = visitor.follow(filled);
        assertThat(letter.words())
                .contains(
                        "山田 花子 様",
                        "ヤマダ ハナコ",
                        "090-1234-5678",
                        "1971年4月1日（昭和46年4月1日）",
                        "〒150-0001 東京都渋谷区神宮前1-2-3 みなとハイツ201",
                        "出資金500円");

        var done = visitor.follow(visitor.submit(letter, Map.of()));
        assertThat(done.words()).contains("登録が完了しました");
        var member = member("hanako@example.com");
        assertThat(member.name().full()).isEqualTo("山田 花子");
        assertThat(member.birthDate()).isEqualTo(LocalDate.of(1971, 4, 1));
        assertThat(member.joining()).isEqualTo(Joining.WEB);
        assertThat(member.hasJoined()).isFalse();
        assertThat(members.shareDue(coop, member.memberId())).contains(Yen.of(500));
        assertThat(members.addresses(coop, member.memberId()))
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.oneLine())
                                        .isEqualTo("〒150-0001 東京都渋谷区神宮前1-2-3 みなとハイツ201"));
        assertThat(visitor.open(root + "account").words()).contains("山田 花子");
    }

    private String ask(String postalCode, String email) {
        var area = visitor.open(root + "register");
        var checked = visitor.submit(area, Map.of("postalCode", postalCode));
        assertThat(checked.status()).isEqualTo(303);
        var sent =
                visitor.submit(
                        visitor.follow(checked), root + "register/mail", Map.of("email", email));
        assertThat(sent.status()).isEqualTo(303);
        return sent.location();
    }

    private String token(String sentPage) {
        return proofs.letter(coop, mailOf(sentPage)).token();
    }

    private static UUID mailOf(String sentPage) {
        return UUID.fromString(sentPage.substring(sentPage.indexOf('=') + 1));
    }

    private static Map<String, String> form(Map<String, String> other) {
        var form =
                new HashMap<>(
                        Map.of(
                                "family", " 山田　",
                                "given", "花子",
                                "familyKana", "ﾔﾏﾀﾞ",
                                "givenKana", "はなこ",
                                "phone", "０９０－１２３４－５６７８",
                                "birthDate", "19710401",
                                "street", "１ー２ー３",
                                "building", "みなとハイツ201",
                                "joining", "web"));
        form.put("password", PASSWORD);
        form.put("again", PASSWORD);
        form.putAll(other);
        return form;
    }

    private Member member(String email) {
        var account = accounts.findByEmail(coop, Account.Kind.MEMBER, email).orElseThrow();
        return members.byAccount(coop, account.accountId()).orElseThrow();
    }
}
