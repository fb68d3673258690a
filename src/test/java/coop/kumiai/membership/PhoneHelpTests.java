package coop.kumiai.membership;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.accounts.SecondFactor;
import coop.kumiai.accounts.SecondFactors;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@KumiaiTest
class PhoneHelpTests {
    private static final String REASON = "お電話：アドレスをお忘れ";
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired TestMembers others;
    @Autowired TestOrders orders;
    @Autowired SecondFactors seconds;
    @Autowired OpenSignIns signIns;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    String email;
    Member hanako;
    Visitor desk;

    @BeforeEach
    void aMemberAndTheDesk() {
        coop = coops.fresh();
        email = TestMembers.email();
        hanako = some.joined(coop, email);
        desk = new Visitor(port);
        var address = orders.staffAddress(coop, StaffRole.Kind.DESK, "shibuya");
        var door = desk.open("/" + coop.code() + "/office/sign-in");
        desk.submit(door, Map.of("email", address, "password", TestOrders.PASSWORD));
    }

    @Test
    @Rule("M-LOGIN-2")
    void aForgottenAddressIsToldOnceTheCallerIsKnown() {
        var form = ask();
        assertThat(form.words()).contains("山田 花子さん").doesNotContain(email, "1971");
        var told = check(form, "Ｓ46.4.1", "090-1234-5678", REASON);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.words()).contains("ご本人と確かめました", email);
        assertThat(audited(hanako.memberId()))
                .contains("sign-in.email-told " + REASON)
                .doesNotContain("sign-in.caller-not-confirmed " + REASON);
    }

    @ParameterizedTest
    @Rule("M-LOGIN-2")
    @CsvSource({
        "昭和46年4月2日, 09012345678",
        "昭和46年4月1日, 09012345679",
        "昭和46年4月1日, ''",
        "'', 09012345678"
    })
    void whoeverElseCallsIsToldNothing(String birthDate, String phone) {
        var refused = check(ask(), birthDate, phone, REASON);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("生年月日と電話番号の組み合わせが、登録と一致しません").doesNotContain(email);
        assertThat(audited(hanako.memberId()))
                .contains("sign-in.caller-not-confirmed " + REASON)
                .doesNotContain("sign-in.email-told " + REASON);
    }

    @Test
    @Rule("M-LOGIN-2")
    void whoGuessesWaitsAlsoWithTheRightAnswer() {
        limit(new PhoneHelpTerms(Duration.ofMinutes(10), 3, 100));
        var form = ask();
        for (var wrong : List.of("1971-04-02", "1971-04-03", "1971-04-04")) {
            assertThat(check(form, wrong, "09012345678", REASON).words()).contains("登録と一致しません");
        }
        var refused = check(form, "1971-04-01", "09012345678", REASON);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("11/20(金) 8時10分までお待ちください").doesNotContain(email);
        assertThat(audited(hanako.memberId())).contains("sign-in.caller-not-tried " + REASON);
        clock.standAt(TestClock.jst("2026-11-20T08:11"));
        assertThat(check(form, "1971-04-01", "09012345678", REASON).words()).contains(email);
    }

    @Test
    void whoeverGuessesAtManyMembersWaits() {
        limit(new PhoneHelpTerms(Duration.ofMinutes(10), 100, 2));
        var form = ask();
        check(form, "1971-04-02", "09012345678", REASON);
        check(form, "1971-04-03", "09012345678", REASON);
        hanako = others.applied(coop);
        assertThat(check(ask(), "1971-04-01", "09012345678", REASON).words()).contains("お待ちください");
    }

    @Test
    @Rule("M-LOGIN-2")
    void withoutAReasonNothingIsTold() {
        assertThat(check(ask(), "1971-04-01", "09012345678", " ").words())
                .contains("理由を書いてください")
                .doesNotContain(email);
    }

    @Test
    void aLostPhoneIsSignedOutEverywhere() {
        var phone = signedIn();
        assertThat(phone.open("/" + coop.code() + "/account").status()).isEqualTo(200);
        var told = check(ask(), "1971-04-01", "09012345678", REASON);
        var done = desk.submit(told, path("/phone/end-sign-ins"), Map.of());
        assertThat(done.words()).contains("すべての端末でのログインを切りました");
        assertThat(phone.open("/" + coop.code() + "/account").location()).contains("/sign-in");
        assertThat(audited(account())).contains("sign-in.ended " + REASON);
    }

    @Test
    void aLostSecondFactorIsDroppedAndItsOwnerIsTold() {
        seconds.chooseMail(coop, account());
        mails.to(email, 1);
        var phone = signIns.begin(coop, account(), "");
        var told = check(ask(), "1971-04-01", "09012345678", REASON);
        var done = desk.submit(told, path("/phone/drop-second-factor"), Map.of());
        assertThat(done.words()).contains("二段階認証をやめ", "メールでお知らせします");
        assertThat(seconds.chosen(coop, account())).isEmpty();
        assertThat(signIns.use(coop, phone.signInId(), account(), 0)).isEmpty();
        assertThat(mails.to(email, 2)).hasSize(2);
        assertThat(audited(account())).contains("sign-in.second-factor-dropped " + REASON);
        assertThat(done.text()).as("nothing is left to drop").doesNotContain("drop-second-factor");
    }

    @Test
    void whoMadeTheRequestUpIsCheckedAnew() {
        seconds.chooseMail(coop, account());
        var told = check(ask(), "1971-04-01", "09012345678", REASON);
        var made =
                desk.submit(
                        told, path("/phone/drop-second-factor"), Map.of("birthDate", "1970-01-01"));
        assertThat(made.status()).isEqualTo(422);
        assertThat(seconds.chosen(coop, account())).contains(SecondFactor.MAIL);
    }

    private void limit(PhoneHelpTerms terms) {
        coops.decide(coop, terms, "", LocalDate.of(2026, 11, 1));
    }

    private Shown ask() {
        var list = desk.open("/" + coop.code() + "/office/members");
        var found = desk.submit(list, Map.of("words", "山田 花子", "reason", REASON));
        var member = desk.submit(found, path(""), Map.of());
        return desk.submit(member, path("/phone"), Map.of());
    }

    private Shown check(Shown form, String birthDate, String phone, String reason) {
        return desk.submit(
                form,
                path("/phone/check"),
                Map.of("birthDate", birthDate, "phone", phone, "reason", reason));
    }

    private Visitor signedIn() {
        var visitor = new Visitor(port);
        var door = visitor.open("/" + coop.code() + "/sign-in");
        visitor.submit(door, Map.of("email", email, "password", TestMembers.PASSWORD));
        return visitor;
    }

    private UUID account() {
        return hanako.accountId().orElseThrow();
    }

    private String path(String rest) {
        return "/" + coop.code() + "/office/members/" + hanako.memberId() + rest;
    }

    private List<String> audited(UUID subject) {
        return sql.select(AUDIT.ACTION.concat(" ").concat(AUDIT.REASON))
                .from(AUDIT)
                .where(AUDIT.COOP_ID.eq(coop.code()), AUDIT.SUBJECT.eq(subject.toString()))
                .fetch(it -> it.value1());
    }
}
