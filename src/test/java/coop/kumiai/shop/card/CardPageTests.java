package coop.kumiai.shop.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.cards.CardChecks;
import coop.kumiai.cards.Cards;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.TypedPerson;
import coop.kumiai.membership.Leaving.Ground;
import coop.kumiai.membership.Leavings;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Map;
import java.util.UUID;

@KumiaiTest
class CardPageTests {
    private static final UUID STAFF = new UUID(7, 7);
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired TestMembers people;
    @Autowired Cards cards;
    @Autowired CardChecks checks;
    @Autowired Members members;
    @Autowired Leavings leavings;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;
    Member hanako;
    Visitor phone;

    @BeforeEach
    void aMemberOnAPhone() {
        coop = coops.school();
        email = TestMembers.email();
        hanako = some.joined(coop, email);
        phone = signedIn(Visitor.onASmartphone(port), email);
    }

    @Test
    @Rule({"X-CARD-1", "M-CARD-1", "M-USE-1"})
    void theCardIsMadeByOnePressAndShowsNameNumberAndCode() {
        var begin = phone.open(path(""));
        assertThat(begin.words()).contains("費用はかかりません");
        var shown = phone.follow(phone.submit(begin, Map.of()));
        var digits = hanako.memberCode().orElseThrow().digits();
        assertThat(shown.words())
                .contains("山田 花子", digits.substring(0, 4) + " " + digits.substring(4, 7))
                .contains("8時0分30秒まで使えます", "あと30秒", "コードを新しくする");
        assertThat(shown.text())
                .contains("hx-get=\"" + path("/code?turn=1") + "\"", "load delay:30s")
                .doesNotContain(cards.code(coop, hanako.memberId()).text());
        assertThat(members.get(coop, hanako.memberId())).isEqualTo(hanako);
    }

    @Test
    @Rule("X-CARD-1")
    void theCodeRenewsItselfForAWhile() {
        some.code(coop, hanako);
        clock.standAt(TestClock.START.plusSeconds(42));
        var part = phone.open(path("/code?turn=9"));
        assertThat(part.words()).contains("8時1分0秒まで使えます", "あと18秒");
        assertThat(part.text()).contains("turn=10", "load delay:18s").doesNotContain("<html");
        assertThat(phone.open(path("/code?turn=10")).text())
                .contains("コードを新しくする")
                .doesNotContain("hx-get");
    }

    @Test
    @Rule("X-CARD-1")
    void whatATillHasReadIsNotShownAgain() {
        checks.check(coop, some.till(coop), some.code(coop, hanako));
        assertThat(phone.open(path("")).words()).contains("このコードは読み取りが済みました", "次のコードは8時0分30秒に出ます");
        clock.standAt(TestClock.START.plusSeconds(30));
        assertThat(phone.open(path("")).words()).contains("8時1分0秒まで使えます");
    }

    @Test
    @Rule("M-CARD-3")
    void aComputerLeadsToThePhone() {
        some.code(coop, hanako);
        var computer = signedIn(new Visitor(port), email);
        var shown = computer.open(path(""));
        assertThat(shown.words())
                .contains("スマートフォンでお見せください")
                .doesNotContain("まで使えます")
                .doesNotContain("山田 花子 さん");
        assertThat(phone.open(path("")).words()).contains("まで使えます");
    }

    @Test
    @Rule({"M-CARD-1", "M-LEAVE-1"})
    void theCardEndsWithMyPage() {
        some.code(coop, hanako);
        leavings.notice(coop, hanako.memberId(), Ground.DEATH, STAFF, "", "窓口");
        clock.standAt(TestClock.jst("2026-11-21T00:10"));
        leavings.effect(coop);
        leavings.payBack(coop, hanako.memberId(), STAFF, "振込", "窓口");
        for (var page : new String[] {"", "/code", "/offline"}) {
            var gone = phone.open(path(page));
            assertThat(gone.location()).isEqualTo("/" + coop.code() + "/account/not-open");
        }
        assertThat(phone.open("/" + coop.code() + "/account/not-open").text())
                .as("what the phone has kept goes")
                .contains("/card-off.js");
    }

    @Test
    @Rule({"M-CARD-1", "M-USE-1"})
    void whoHasNotJoinedIsToldSo() {
        var address = TestMembers.email();
        people.applied(coop, address);
        var applicant = signedIn(Visitor.onASmartphone(port), address);
        assertThat(applicant.open(path("")).words()).contains("加入のお手続きが済んでから");
        assertThat(applicant.open(path("/offline")).location()).isEqualTo(path(""));
    }

    @Test
    void nobodyElseSeesIt() {
        var stranger = Visitor.onASmartphone(port);
        for (var page : new String[] {"", "/code", "/offline", "/replace"}) {
            assertThat(stranger.open(path(page)).location()).contains("/sign-in?next=");
        }
    }

    @Test
    void whatAPhoneKeepsHasNoCode() {
        var code = some.code(coop, hanako);
        var kept = phone.open(path("/offline"));
        assertThat(kept.words()).contains("オフライン表示", "お支払いには使えません", "11/20(金) 8時");
        assertThat(kept.text()).doesNotContain("qr-code", code);
    }

    @Test
    @Rule("X-CARD-1")
    void aLostPhoneIsHelpedByANewCardAfterAProof() {
        var stolen = some.code(coop, hanako);
        clock.standAt(TestClock.START.plusSeconds(60 * 60));
        assertThat(phone.open(path("/replace")).location()).contains("/account/prove");
        clock.standAt(TestClock.START);
        phone.submit(phone.open(path("/replace")), Map.of());
        var till = some.till(coop);
        assertThatThrownBy(() -> checks.check(coop, till, stolen)).isInstanceOf(Refused.class);
        assertThat(checks.check(coop, till, some.code(coop, hanako)).memberPrice()).isTrue();
    }

    @Test
    @Rule("M-CARD-2")
    void aNewNameStandsThereAfterThreeBusinessDays() {
        some.code(coop, hanako);
        members.change(
                coop, hanako.memberId(), new TypedPerson("鈴木", "花子", "すずき", "はなこ", "09012345678"));
        clock.standAt(TestClock.jst("2026-11-25T23:59"));
        assertThat(phone.open(path("")).words()).contains("山田 花子 さん");
        clock.standAt(TestClock.jst("2026-11-26T00:00"));
        assertThat(phone.open(path("")).words()).contains("鈴木 花子 さん");
    }

    @Test
    @Rule("X-CARD-1")
    void withoutCertificatesThereAreNoWallets() {
        some.code(coop, hanako);
        assertThat(phone.open(path("")).words()).doesNotContain("ウォレット");
        assertThat(phone.open(path("/apple")).status()).isEqualTo(404);
        assertThat(phone.open(path("/google")).status()).isEqualTo(404);
    }

    private Visitor signedIn(Visitor visitor, String address) {
        var door = visitor.open("/" + coop.code() + "/sign-in");
        Shown in = visitor.submit(door, Map.of("email", address, "password", TestMembers.PASSWORD));
        assertThat(in.status()).isBetween(300, 399);
        return visitor;
    }

    private String path(String rest) {
        return "/" + coop.code() + "/account/card" + rest;
    }
}
