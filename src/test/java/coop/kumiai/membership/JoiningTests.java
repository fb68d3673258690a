package coop.kumiai.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.members.Members;
import coop.kumiai.members.ShareBill;
import coop.kumiai.members.ShareBills;
import coop.kumiai.members.Shares;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.members.TypedJoiner;
import coop.kumiai.membership.JoinApplication.State;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

@KumiaiTest
class JoiningTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final Pattern LINK = Pattern.compile("/invitation/([A-Za-z0-9_-]+)");
    @Autowired JoinApplications applications;
    @Autowired Invitations invitations;
    @Autowired MyPages myPages;
    @Autowired MemberRegister register;
    @Autowired Members members;
    @Autowired Shares shares;
    @Autowired ShareBills bills;
    @Autowired Accounts accounts;
    @Autowired TestCoops coops;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;

    @BeforeEach
    void aSchoolCoop() {
        coop = coops.school();
        email = TestMembers.email();
    }

    @Test
    @Rule("M-USE-4")
    void theFormIsUnderstoodInAnyWriting() {
        var form = applications.check(coop, form("髙橋", "ゆみ", "Ｓ６１．５．３", "０９０ー１２３４ー５６７８"));
        assertThat(form.joiner().birthDate()).isEqualTo(LocalDate.of(1986, 5, 3));
        assertThat(form.joiner().phone()).isEqualTo("09012345678");
        assertThat(form.joiner().name().fullKana()).isEqualTo("タカハシ ユミ");
        assertThat(form.joiner().address()).isEqualTo("〒113-0033 東京都文京区本郷3-4-5 ﾏﾅﾋﾞ住宅");
        assertThat(form.units()).isEqualTo(10);
    }

    @ParameterizedTest
    @Rule("M-USE-4")
    @ValueSource(
            strings = {
                "昭和65年1月1日",
                "平成0年1月1日",
                "令和元年4月30日",
                "S64.1.8",
                "2026-11-21",
                "19710231",
                ""
            })
    void aDateThatNeverWasIsRefused(String birthDate) {
        refused(
                () -> applications.check(coop, form("山田", "花子", birthDate, "0355501234")),
                "members/no-birth-date");
    }

    @Test
    @Rule("M-USE-4")
    void everythingThatIsMissingIsSaidAtOnce() {
        var nothing = new TypedAddress("", "", "", "", "", "", "", "", "");
        var empty =
                new TypedJoinForm(
                        new TypedJoiner("", "", "", "", "", "", nothing), "none", "", "4");
        assertThatThrownBy(() -> applications.check(coop, empty))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals())
                                        .extracting(why -> why.field())
                                        .contains(
                                                "family",
                                                "givenKana",
                                                "phone",
                                                "birthDate",
                                                "postalCode",
                                                "street",
                                                "email",
                                                "workplace",
                                                "units"));
    }

    @Test
    @Rule("M-USE-4")
    void namesOutsideJisStayAsTyped() {
        var member = accepted(form("𠮷﨑", "髙子", "1986/5/3", "0355501234"));
        var kept = members.get(coop, member).name();
        assertThat(kept.full()).isEqualTo("𠮷﨑 髙子");
        for (var words :
                List.of("𠮷﨑", "吉崎", "高子", "髙子", "たかはし", "ﾀｶﾊｼ", "吉崎　髙子", "03-5550-1234")) {
            assertThat(register.search(coop, words))
                    .as(words)
                    .extracting(it -> it.memberId())
                    .containsExactly(member);
        }
        assertThat(register.search(coop, "山田")).isEmpty();
        assertThat(register.search(coops.school(), "吉崎")).isEmpty();
    }

    @Test
    @Rule("M-USE-4")
    void oneFormSentTwiceAtOnceIsOneApplication() throws Exception {
        Callable<String> send =
                () -> applications.receive(coop, yamada(), "once", Optional.empty()).number();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var numbers = threads.invokeAll(List.of(send, send, send));
            assertThat(numbers.stream().map(it -> it.resultNow()).distinct()).hasSize(1);
        }
        assertThat(applications.all(coop, State.RECEIVED)).hasSize(1);
    }

    @Test
    @Rule("M-USE-4")
    void whoMayBeTheSamePersonStandsBeside() {
        var member = accepted(form("高橋", "由美", "1986/5/3", "0355501234"));
        accepted(form("佐藤", "次郎", "1950/1/1", "0355509999"));
        var again = received(form("髙橋", "由美", "昭和61年5月3日", "09099999999"));
        assertThat(applications.alike(coop, again))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.member().memberId()).isEqualTo(member);
                            assertThat(it.sameIn()).containsExactly("お名前", "生年月日");
                        });
    }

    @Test
    void anApplicationIsDecidedOnceAndARefusalHasItsReason() {
        var application = received(yamada());
        var id = application.applicationId();
        refused(() -> applications.refuse(coop, id, STAFF, "　"), "membership/no-reason");
        applications.refuse(coop, id, STAFF, "お勤め先がちがいます");
        refused(() -> applications.accept(coop, id, STAFF, "窓口"), "membership/already-decided");
        assertThat(applications.get(coop, id).reason()).isEqualTo("お勤め先がちがいます");
    }

    @Test
    void twoClerksAcceptOnce() throws Exception {
        var id = received(yamada()).applicationId();
        Callable<Boolean> accept =
                () -> {
                    try {
                        applications.accept(coop, id, STAFF, "窓口");
                        return true;
                    } catch (Refused refused) {
                        return false;
                    }
                };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(accept, accept));
            assertThat(both.get(0).get() ^ both.get(1).get()).isTrue();
        }
        assertThat(register.search(coop, "山田")).hasSize(1);
    }

    @Test
    void aShopWithoutTheFormTakesNone() {
        refused(() -> applications.check(coops.fresh(), yamada()), "membership/no-form");
    }

    @Test
    @Rule({"M-USE-3", "M-USE-2"})
    void thePaymentBringsTheInvitationAndTheInvitationTheRegistration() {
        var member = accepted(yamada());
        clock.standAt(TestClock.jst("2026-11-21T00:30"));
        assertThat(bills.close(coop)).isOne();
        assertThat(bills.unpaid(coop, Optional.empty(), 10))
                .singleElement()
                .extracting(ShareBill::open, ShareBill::payBy)
                .containsExactly(Yen.of(10_000), LocalDate.of(2026, 12, 27));
        refused(
                () -> invitations.invite(coop, member, email, STAFF, "窓口"),
                "membership/not-to-be-invited");
        assertThat(invitations.of(coop, member)).as("nobody is invited before").isEmpty();

        clock.standAt(TestClock.jst("2026-12-22T10:00"));
        shares.payIn(coop, member, Yen.of(10_000), STAFF, "bank-1", "口座振替");
        var code = members.get(coop, member).memberCode().orElseThrow();
        var mail = mails.only(email);
        assertThat(mail.text()).contains("山田 花子 様", code.digits());
        var token = token(mail.text());
        var account = register(token, "昭和61年5月3日");

        assertThat(members.get(coop, member).accountId()).contains(account.accountId());
        assertThat(myPages.of(coop, account.accountId()))
                .isEqualTo(new MyPageState.OpensOn(LocalDate.of(2027, 1, 1)));
        clock.standAt(TestClock.jst("2026-12-31T23:59"));
        assertThat(myPages.of(coop, account.accountId())).isInstanceOf(MyPageState.OpensOn.class);
        clock.standAt(TestClock.jst("2027-01-01T00:00"));
        assertThat(myPages.of(coop, account.accountId())).isInstanceOf(MyPageState.Open.class);
    }

    @Test
    @Rule("M-USE-3")
    void anInvitationIsUsedOnceAlsoWhenTwoTry() throws Exception {
        var member = paid(yamada());
        var token = token(mails.only(email).text());
        Callable<Boolean> use =
                () -> {
                    try {
                        register(token, "1986/5/3");
                        return true;
                    } catch (Refused refused) {
                        return false;
                    }
                };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(use, use));
            assertThat(both.get(0).get() ^ both.get(1).get()).isTrue();
        }
        refused(() -> invitations.open(coop, token), "membership/invitation-gone");
        refused(
                () -> invitations.invite(coop, member, email, STAFF, "窓口"),
                "membership/not-to-be-invited");
    }

    @Test
    void openingTheLinkUsesNothingAndItEndsAfterItsTime() {
        paid(yamada());
        var token = token(mails.only(email).text());
        for (var i = 0; i < 3; i++) {
            assertThat(invitations.open(coop, token).usedAt()).isEmpty();
        }
        clock.forward(java.time.Duration.ofDays(14));
        refused(() -> invitations.open(coop, token), "membership/invitation-gone");
        refused(() -> invitations.open(coops.school(), token), "membership/invitation-gone");
    }

    @Test
    void whoGuessesBirthDatesIsStopped() {
        paid(yamada());
        var token = token(mails.only(email).text());
        for (var i = 0; i < 5; i++) {
            refused(() -> register(token, "1999/1/1"), "membership/not-this-person");
        }
        refused(() -> register(token, "1986/5/3"), "membership/invitation-gone");
    }

    @Test
    void aLostInvitationIsSentAgain() {
        var member = paid(yamada());
        mails.only(email);
        var other = TestMembers.email();
        invitations.invite(coop, member, other, STAFF, "窓口");
        var account = register(token(mails.only(other).text()), "1986/5/3");
        assertThat(account.email()).isEqualTo(other);
        assertThat(accounts.findByEmail(coop, Account.Kind.MEMBER, email)).isEmpty();
    }

    private UUID paid(TypedJoinForm form) {
        var member = accepted(form);
        shares.payIn(coop, member, Yen.of(10_000), STAFF, "pay:" + member, "");
        return member;
    }

    private UUID accepted(TypedJoinForm form) {
        return applications.accept(coop, received(form).applicationId(), STAFF, "窓口");
    }

    private JoinApplication received(TypedJoinForm form) {
        return applications.receive(coop, form, UUID.randomUUID().toString(), Optional.empty());
    }

    private Account register(String token, String birthDate) {
        return invitations.register(
                coop, token, birthDate, TestMembers.PASSWORD, TestMembers.PASSWORD);
    }

    private TypedJoinForm yamada() {
        return form("山田", "花子", "1986/5/3", "0355501234");
    }

    private TypedJoinForm form(String family, String given, String birthDate, String phone) {
        var address =
                new TypedAddress("", "", "", "１１３－００３３", "東京都", "文京区", "本郷", "３ー４ー５", "ﾏﾅﾋﾞ住宅");
        return new TypedJoinForm(
                new TypedJoiner(family, given, "たかはし", "ﾕﾐ", phone, birthDate, address),
                email,
                "さくら小学校",
                "１０");
    }

    private static String token(String text) {
        var link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void refused(Runnable doing, String code) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals())
                                        .extracting(why -> why.code())
                                        .contains(code));
    }
}
