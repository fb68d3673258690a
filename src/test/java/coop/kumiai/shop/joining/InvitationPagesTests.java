package coop.kumiai.shop.joining;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.SecondFactorTerms;
import coop.kumiai.accounts.SecondFactorTerms.Asked;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Shares;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.members.TypedJoiner;
import coop.kumiai.membership.JoinApplications;
import coop.kumiai.membership.SignUpTerms;
import coop.kumiai.membership.TypedJoinForm;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** From the mailed invitation to My Page, at the address that the co-op has known before. */
@KumiaiTest
class InvitationPagesTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final Map<String, String> CHOSEN =
            Map.of(
                    "birthDate", "昭和61年5月3日",
                    "password", TestMembers.PASSWORD,
                    "again", TestMembers.PASSWORD);

    @LocalServerPort int port;
    @Autowired JoinApplications applications;
    @Autowired Shares shares;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;
    String link;

    @BeforeEach
    void whoHasPaidInIsInvited() {
        coop = coops.school();
        email = TestMembers.email();
        join(email, "花子", "1986/5/3");
        var mail = mails.only(email).links().stream();
        link = mail.filter(it -> it.contains("/invitation/")).findFirst().orElseThrow();
        link = link.substring(link.indexOf("/" + coop));
    }

    private void join(String address, String given, String birthDate) {
        var home = new TypedAddress("", "", "", "1130033", "東京都", "文京区", "本郷", "3-4-5", "");
        var joiner = new TypedJoiner("山田", given, "やまだ", "はなこ", "0355501234", birthDate, home);
        var form = new TypedJoinForm(joiner, address, "さくら小学校", "10");
        var received =
                applications.receive(coop, form, UUID.randomUUID().toString(), Optional.empty());
        var member = applications.accept(coop, received.applicationId(), STAFF, "窓口");
        shares.payIn(coop, member, Yen.of(10_000), STAFF, "pay:" + member, "");
    }

    @Test
    @Rule({"M-USE-3", "M-USE-2"})
    void aMailScannerUsesNothingUpAndTheMemberRegisters() {
        for (var i = 0; i < 3; i++) {
            assertThat(new Visitor(port).open(link).status()).isEqualTo(200);
        }
        var member = new Visitor(port);
        var registered = member.follow(member.submit(member.open(link), CHOSEN));
        assertThat(member.follow(registered).words()).contains("2026年12月1日");
        assertThat(new Visitor(port).open(link).status()).isEqualTo(410);
    }

    @Test
    @Rule("U-SIGN-1")
    void theAddressThatTheCoopKnowsSignsUpAndItsMailboxConfirmsEverySignIn() {
        var always = new SecondFactorTerms(Asked.ALWAYS, Asked.ALWAYS);
        coops.decide(coop, always, "", LocalDate.of(2026, 1, 1));
        var first = new Visitor(port);
        first.submit(first.open(link), CHOSEN);
        clock.standAt(TestClock.jst("2026-12-01T09:00"));

        var later = new Visitor(port);
        var typed = Map.of("email", email, "password", TestMembers.PASSWORD);
        var second = later.follow(later.submit(later.open("/" + coop + "/sign-in"), typed));
        assertThat(second.words()).contains("確認コード", email);
        var code = Map.of("code", mails.to(email, 2).getFirst().code());
        later.submit(second, code);
        assertThat(later.open("/" + coop + "/account").words()).contains("山田 花子", "組合員コード");
    }

    @Test
    @Rule({"U-SIGN-1", "U-SIGN-2"})
    void theAddressThatTheCoopKnowsGetsAnotherInvitation() {
        assertThat(asks(email).location()).isEqualTo("/" + coop + "/sign-up/sent");
        var second = mails.to(email, 2).stream().flatMap(it -> it.links().stream());
        var newest = second.filter(it -> it.contains("/invitation/")).findFirst().orElseThrow();
        var member = new Visitor(port);
        var registered =
                member.submit(member.open(newest.substring(newest.indexOf("/" + coop))), CHOSEN);
        assertThat(registered.location()).isEqualTo("/" + coop + "/account");
    }

    @Test
    @Rule({"U-SIGN-2", "M-USE-3"})
    void anotherMailIsNoWayRoundTheTriesOfABirthDate() {
        coops.decide(coop, new SignUpTerms(true), "", LocalDate.of(2026, 1, 1));
        var stranger = new Visitor(port);
        var form = stranger.open(link);
        for (var tries = 0; tries < 5; tries++) {
            var wrong = new HashMap<>(CHOSEN);
            wrong.put("birthDate", "昭和60年1月" + (tries + 1) + "日");
            stranger.submit(form, wrong);
        }
        assertThat(asks(email).words()).contains("番号9140");
        assertThat(mails.to(email, 1)).hasSize(1);
    }

    @Test
    @Rule("U-SIGN-2")
    void theScreenNeverTellsWhetherSomebodyIsRegistered() {
        var stranger = TestMembers.email();
        for (var address : List.of(stranger, email)) {
            assertThat(asks(address).location()).isEqualTo("/" + coop + "/sign-up/sent");
        }
        assertThat(mails.only(stranger).text()).contains("番号9130", "登録されていません");
        assertThat(asks("nonsense").status()).isEqualTo(422);
    }

    @Test
    @Rule("U-SIGN-2")
    void whereTheCoopHasItSoTheNumberStandsOnTheScreen() {
        coops.decide(coop, new SignUpTerms(true), "", LocalDate.of(2026, 1, 1));
        assertThat(asks(TestMembers.email()).words()).contains("番号9130", "窓口でご登録ください");
        join(email, "次郎", "1990/1/1");
        assertThat(asks(email).words()).contains("番号9160", "組合員番号");
        var other = TestMembers.email();
        some.applied(coop, other);
        assertThat(asks(other.toUpperCase(Locale.ROOT)).words()).contains("番号9150", "ログインしてください");
        var busy = TestMembers.email();
        for (var tries = 0; tries < 5; tries++) {
            assertThat(asks(busy).words()).contains("番号9130");
        }
        assertThat(asks(busy).words()).contains("番号9140", "あと10秒");
    }

    @Test
    @Rule("U-SIGN-2")
    void aCoopWithoutInvitationsHasNoSuchPage() {
        var shop = coops.fresh();
        assertThat(new Visitor(port).open("/" + shop + "/sign-up").status()).isEqualTo(404);
    }

    private Visitor.Shown asks(String address) {
        var visitor = new Visitor(port);
        return visitor.submit(visitor.open("/" + coop + "/sign-up"), Map.of("email", address));
    }
}
