package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import coop.kumiai.accounts.Representation.State;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestRepresentatives;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

@KumiaiTest
class RepresentationsTests {
    private static final Set<Errand> ORDER = Set.of(Errand.ORDER);
    @Autowired Representations representations;
    @Autowired TakingOn takingOn;
    @Autowired Entrusting entrusting;
    @Autowired ActingFor actingFor;
    @Autowired ClosingAccounts closing;
    @Autowired TestCoops coops;
    @Autowired TestMembers members;
    @Autowired TestRepresentatives some;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    @Autowired TransactionTemplate transactions;
    @Autowired Policies policies;
    @Autowired DSLContext sql;
    CoopId coop;
    Account hanako;
    Account jiro;

    @BeforeEach
    void twoMembers() {
        coop = coops.fresh();
        hanako = members.account(coop, members.applied(coop));
        jiro = members.account(coop, members.applied(coop));
    }

    @Test
    @Rule("M-CARE-1")
    void bothAreToldWhenItIsGrantedAcceptedAndEnded() {
        var id = some.invite(coop, hanako.accountId(), jiro.email(), ORDER);
        assertThat(mails.only(jiro.email()).text())
                .contains("確認コード", "/representative/", "お買い物", "5,000円", "2027年5月20日");
        assertThat(mails.only(hanako.email()).text()).contains("湊 次郎さんに", "お任せを終える");
        takingOn.accept(coop, jiro.accountId(), some.token(coop, id));
        assertThat(mails.to(hanako.email(), 2).getFirst().text()).contains("引き受けました");
        assertThat(mails.to(jiro.email(), 2).getFirst().text()).contains("ありがとうございます");
        representations.end(coop, hanako.accountId(), id);
        assertThat(mails.to(hanako.email(), 3).getFirst().text()).contains("終わりました");
        assertThat(mails.to(jiro.email(), 3).getFirst().text()).contains("終わりました");
    }

    @Test
    void aLetterThatNobodyCanWriteAnyMoreIsNotAnnouncedAgain() {
        transactions.executeWithoutResult(
                it -> {
                    some.invite(coop, hanako.accountId(), jiro.email(), ORDER);
                    closing.close(coop, hanako.accountId());
                });
        await().until(
                        () ->
                                sql.fetchCount(
                                                DSL.table("events.event_publication"),
                                                DSL.field("serialized_event", String.class)
                                                        .contains(coop.code()))
                                        == 0);
        assertThat(mails.only(jiro.email()).subject()).isEqualTo("代理が終わりました");
    }

    @Test
    @Rule("M-CARE-1")
    void ofTwoAcceptancesOfOneInvitationOneCounts() throws Exception {
        var saburo = members.account(coop, members.applied(coop));
        var id = some.invite(coop, hanako.accountId(), jiro.email(), ORDER);
        var token = some.token(coop, id);
        try (var two = Executors.newFixedThreadPool(2)) {
            var tries =
                    two.invokeAll(
                            Stream.of(jiro, saburo)
                                    .map(it -> accepting(it.accountId(), token))
                                    .toList());
            var won = 0;
            for (var each : tries) {
                won += each.get();
            }
            assertThat(won).isOne();
        }
        assertThat(
                        representations.goingOn(coop, jiro.accountId()).size()
                                + representations.goingOn(coop, saburo.accountId()).size())
                .isOne();
    }

    private Callable<Integer> accepting(UUID account, String token) {
        return () -> {
            try {
                takingOn.accept(coop, account, token);
                return 1;
            } catch (Refused refused) {
                return 0;
            }
        };
    }

    @Test
    @Rule("M-CARE-1")
    void anInvitationEndsByTimeByTheMemberAndByItsUse() {
        var late = some.token(coop, some.invite(coop, hanako.accountId(), jiro.email(), ORDER));
        clock.forward(Duration.ofDays(7));
        refused(() -> accept(late), "accounts/mail-expired");
        var second = some.invite(coop, hanako.accountId(), jiro.email(), ORDER);
        representations.end(coop, hanako.accountId(), second);
        refused(() -> accept(some.token(coop, second)), "accounts/representation-has-ended");
        var third = some.token(coop, some.invite(coop, hanako.accountId(), jiro.email(), ORDER));
        accept(third);
        refused(() -> accept(third), "accounts/mail-used");
    }

    @Test
    void nobodyRepresentsThemselvesOrOnePersonTwice() {
        var own = some.invite(coop, hanako.accountId(), "other@example.com", ORDER);
        refused(
                () -> takingOn.accept(coop, hanako.accountId(), some.token(coop, own)),
                "accounts/own-invitation");
        some.goingOn(coop, hanako.accountId(), jiro, ORDER);
        refused(() -> accept(some.token(coop, own)), "accounts/represents-already");
    }

    @Test
    void twoMembersMayInviteTheSamePersonAtTheSameTime() {
        var taro = members.account(coop, members.applied(coop));
        var mother = some.invite(coop, hanako.accountId(), jiro.email(), ORDER);
        var father = some.invite(coop, taro.accountId(), jiro.email(), ORDER);
        accept(some.token(coop, mother));
        accept(some.token(coop, father));
        assertThat(representations.goingOn(coop, jiro.accountId())).hasSize(2);
    }

    @Test
    @Rule("M-CARE-1")
    void theCodeOfTheMailLeadsToItsInvitation() {
        refused(
                () -> takingOn.redeem(coop, jiro.accountId(), "1234 5678"),
                "accounts/no-invitation");
        some.invite(coop, hanako.accountId(), jiro.email(), ORDER);
        var body = mails.only(jiro.email()).text();
        var code = code(body);
        var token = takingOn.redeem(coop, jiro.accountId(), code);
        assertThat(takingOn.open(coop, token).memberName()).isEqualTo("山田 花子");
        assertThat(representations.goingOn(coop, jiro.accountId())).isEmpty();
    }

    @Test
    void aMistypedCodeIsOneTryOfTheAccountAndHurtsNoInvitation() {
        var taro = members.account(coop, members.applied(coop));
        some.invite(coop, hanako.accountId(), jiro.email(), ORDER);
        some.invite(coop, taro.accountId(), jiro.email(), ORDER);
        var codes = mails.to(jiro.email(), 2).stream().map(it -> code(it.text())).toList();
        var free = policies.today(coop, SignInTerms.class).freeTries();
        for (var tries = 0; tries < free; tries++) {
            refused(() -> redeem("0000 0000"), "accounts/wrong-invitation-code");
        }
        refused(() -> redeem(codes.getFirst()), "accounts/wait");
        clock.forward(policies.today(coop, SignInTerms.class).longestDelay());
        assertThat(codes.stream().map(this::redeem)).hasSize(2).doesNotHaveDuplicates();
        refused(() -> redeem("0000 0000"), "accounts/wrong-invitation-code");
        assertThat(codes.stream().map(this::redeem)).as("no try at them").hasSize(2);
    }

    private String redeem(String code) {
        return takingOn.redeem(coop, jiro.accountId(), code);
    }

    private static String code(String letter) {
        return letter.replaceAll("(?s).*確認コード: ([0-9 ]+).*", "$1").strip();
    }

    @Test
    @Rule("M-CARE-1")
    void itEndsWithItsLastDay() {
        var given = some.goingOn(coop, hanako.accountId(), jiro, ORDER);
        clock.standAt(TestClock.jst("2027-05-20T23:59"));
        assertThat(actingFor.goesOn(coop, acting(given))).isTrue();
        clock.standAt(TestClock.jst("2027-05-21T00:00"));
        assertThat(actingFor.goesOn(coop, acting(given))).isFalse();
        assertThat(state(given)).isEqualTo(State.LAPSED);
        some.goingOn(coop, hanako.accountId(), jiro, ORDER);
        assertThat(representations.goingOn(coop, jiro.accountId())).hasSize(1);
    }

    @Test
    @Rule("M-CARE-1")
    void itEndsWithEitherAccount() {
        var saburo = members.account(coop, members.applied(coop));
        var ofJiro = some.goingOn(coop, hanako.accountId(), jiro, ORDER);
        var ofSaburo = some.goingOn(coop, hanako.accountId(), saburo, ORDER);
        closing.close(coop, jiro.accountId());
        assertThat(state(ofJiro)).isEqualTo(State.ENDED);
        assertThat(actingFor.goesOn(coop, acting(ofJiro))).isFalse();
        assertThat(actingFor.goesOn(coop, acting(ofSaburo))).isTrue();
        closing.close(coop, hanako.accountId());
        assertThat(state(ofSaburo)).isEqualTo(State.ENDED);
        assertThat(representations.goingOn(coop, saburo.accountId())).isEmpty();
    }

    @Test
    @Rule("M-CARE-3")
    void anOrderIsRefusedAboveTheLimitAndAfterTheEnd() {
        var given = some.goingOn(coop, hanako.accountId(), jiro, ORDER);
        order(given, 5000);
        refused(() -> order(given, 5001), "accounts/above-order-limit");
        representations.end(coop, hanako.accountId(), given.representationId());
        refused(() -> order(given, 5000), "accounts/representation-has-ended");
    }

    @Test
    @Rule("M-CARE-4")
    void staffKeepTheSameRulesAndSayWhy() {
        var staff = new UUID(7, 7);
        var typed = TestRepresentatives.typed(jiro.email());
        refused(
                () -> atDesk(Optional.of(hanako.accountId()), typed, staff, " "),
                "accounts/no-representation-reason");
        refused(
                () -> atDesk(Optional.empty(), typed, staff, "ご来店"),
                "accounts/member-without-account");
        var id = atDesk(Optional.of(hanako.accountId()), typed, staff, "ご来店");
        refused(
                () -> atDesk(Optional.of(hanako.accountId()), typed, staff, "ご来店"),
                "accounts/representative-stands");
        assertThat(representations.goingOn(coop, jiro.accountId())).isEmpty();
        accept(some.token(coop, id));
        refused(
                () -> representations.endAtDesk(coop, hanako.accountId(), id, staff, ""),
                "accounts/no-representation-reason");
        representations.endAtDesk(coop, hanako.accountId(), id, staff, "お電話");
        assertThat(representations.goingOn(coop, jiro.accountId())).isEmpty();
    }

    private UUID atDesk(
            Optional<UUID> member, TypedRepresentation typed, UUID staff, String reason) {
        return entrusting.grantAtDesk(coop, member, typed, "192.0.2.1", staff, reason);
    }

    private void accept(String token) {
        takingOn.accept(coop, jiro.accountId(), token);
    }

    private void order(Representation given, long yen) {
        transactions.executeWithoutResult(
                it -> actingFor.requireOrder(coop, acting(given), Yen.of(yen)));
    }

    private State state(Representation given) {
        return representations.state(representations.get(coop, given.representationId()));
    }

    private static Acting acting(Representation given) {
        return new Acting(
                given.representationId(),
                given.representative().orElseThrow(),
                given.mandate().name(),
                given.mandate().errands());
    }

    private static void refused(ThrowingCallable wish, String code) {
        assertThatThrownBy(wish)
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(it.refusals().getFirst().code()).isEqualTo(code));
    }
}
