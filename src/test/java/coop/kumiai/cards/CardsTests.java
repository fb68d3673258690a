package coop.kumiai.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.ClosingAccounts;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.ShareHolding;
import coop.kumiai.members.Shares;
import coop.kumiai.members.TypedPerson;
import coop.kumiai.membership.Leaving.Ground;
import coop.kumiai.membership.Leavings;
import coop.kumiai.membership.MemberRequest.Kind;
import coop.kumiai.membership.MemberRequest.State;
import coop.kumiai.membership.MemberRequests;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

@KumiaiTest
class CardsTests {
    private static final UUID STAFF = new UUID(7, 7);
    @Autowired Cards cards;
    @Autowired CardChecks checks;
    @Autowired TestCards some;
    @Autowired TestMembers people;
    @Autowired TestCoops coops;
    @Autowired Members members;
    @Autowired MemberRequests requests;
    @Autowired Shares shares;
    @Autowired Leavings leavings;
    @Autowired ClosingAccounts closing;
    @Autowired BusinessClock clock;
    CoopId coop;
    Member hanako;
    UUID till;

    @BeforeEach
    void aMemberAndATill() {
        coop = coops.school();
        hanako = some.joined(coop);
        till = some.till(coop);
    }

    @Test
    @Rule({"X-CARD-1", "M-USE-1"})
    void aTillLearnsNumberNameAndThePriceThatCounts() {
        assertThat(check(some.code(coop, hanako)))
                .isEqualTo(new CheckedCard(hanako.memberCode().orElseThrow(), "山田 花子", true, true));
    }

    @Test
    @Rule("X-CARD-1")
    void aCodeIsTakenOnceAndNoneBeforeItEither() {
        var first = some.code(coop, hanako);
        later(30);
        var second = some.code(coop, hanako);
        check(second);
        refused(second, new CardRefusal.AlreadyTaken(Duration.ofSeconds(30)));
        refused(first, new CardRefusal.AlreadyTaken(Duration.ofSeconds(30)));
        later(30);
        check(some.code(coop, hanako));
    }

    @ParameterizedTest
    @Rule("X-CARD-1")
    @CsvSource({"0, true", "29, true", "30, true", "59, true", "60, false", "86400, false"})
    void aCodeIsGoodInItsStepAndOneAfter(int seconds, boolean good) {
        var code = some.code(coop, hanako);
        later(seconds);
        if (good) {
            check(code);
        } else {
            refused(code, new CardRefusal.Expired(Duration.ofSeconds(30)));
        }
    }

    @Test
    @Rule("X-CARD-1")
    void ofTwoTillsWithOneCodeOneIsFirst() throws Exception {
        var code = some.code(coop, hanako);
        var other = some.till(coop);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 8; i++) {
                var asking = i % 2 == 0 ? till : other;
                tries.add(
                        () -> {
                            start.await();
                            return isTaken(asking, code);
                        });
            }
            var running = tries.stream().map(threads::submit).toList();
            start.countDown();
            var taken = new ArrayList<Boolean>();
            for (var one : running) {
                taken.add(one.get());
            }
            assertThat(taken).containsOnlyOnce(true);
        }
    }

    @Test
    @Rule("X-CARD-1")
    void whatIsNoCodeOfThisCoopIsRefused() {
        var other = coops.school();
        refused(some.code(other, some.joined(other)), new CardRefusal.OfAnotherCoop());
        refused("4901234567894", new CardRefusal.NoCode());
        refused("KC1:" + coop.code() + ":ABCDEFGHJKLMNPQR:12345678", new CardRefusal.Ended());
        var guessed = some.code(coop, hanako).replaceAll("[0-9]{8}$", "");
        refused(guessed + "00000000", new CardRefusal.Expired(Duration.ofSeconds(30)));
    }

    @Test
    @Rule("X-CARD-1")
    void aPictureOfAReplacedCardIsWorthNothing() {
        var stolen = some.code(coop, hanako);
        var card = cards.of(coop, hanako.memberId()).orElseThrow();
        assertThat(cards.issue(coop, hanako.memberId())).as("the same again").isEqualTo(card);
        assertThat(cards.replace(coop, hanako.memberId()).number()).isNotEqualTo(card.number());
        refused(stolen, new CardRefusal.Ended());
        check(some.code(coop, hanako));
    }

    @Test
    void aTillThatTriesCodesOutHasToWait() {
        for (var i = 0; i < 30; i++) {
            refused("nonsense", new CardRefusal.NoCode());
        }
        refused(some.code(coop, hanako), new CardRefusal.TooMany(30));
        assertThat(isTaken(some.till(coop), some.code(coop, hanako))).as("another till").isTrue();
        later(60);
        check(some.code(coop, hanako));
    }

    @Test
    @Rule({"M-CARD-1", "M-USE-1"})
    void whoHasNoMyPageOrHasNotJoinedHasNoCard() {
        var applied = people.applied(coop);
        assertThat(cards.refusal(coop, applied)).contains(new CardRefusal.NotJoinedYet());
        issueRefused(applied, new CardRefusal.NotJoinedYet());
        assertThat(cards.refusal(coop, withoutMyPage())).contains(new CardRefusal.NoMyPage());
    }

    @Test
    @Rule({"M-CARD-1", "M-LEAVE-1"})
    void theCardEndsWithMyPageAtOnce() {
        some.code(coop, hanako);
        leavings.notice(coop, hanako.memberId(), Ground.WISH, STAFF, "", "窓口");
        check(some.code(coop, hanako));
        clock.standAt(TestClock.jst("2027-04-01T00:10"));
        leavings.effect(coop);
        assertThat(check(some.code(coop, hanako)).memberPrice())
                .as("has left, and may still read the statements")
                .isFalse();
        later(30);
        var shown = some.code(coop, hanako);
        leavings.payBack(coop, hanako.memberId(), STAFF, "振込", "窓口");
        assertThat(shares.holding(coop, hanako.memberId())).isEqualTo(ShareHolding.NONE);
        refused(shown, new CardRefusal.EndedWithMyPage());
        assertThatThrownBy(() -> cards.code(coop, hanako.memberId())).isInstanceOf(Refused.class);
        issueRefused(hanako, new CardRefusal.EndedWithMyPage());
    }

    @Test
    @Rule("M-CARD-1")
    void theCardEndsWithTheAccount() {
        var code = some.code(coop, hanako);
        closing.close(coop, hanako.accountId().orElseThrow());
        refused(code, new CardRefusal.Ended());
        assertThat(cards.of(coop, hanako.memberId())).isEmpty();
    }

    @Test
    @Rule("M-CARD-2")
    void aTillReadsTheNewNameAfterThreeBusinessDays() {
        members.change(
                coop, hanako.memberId(), new TypedPerson("鈴木", "花子", "すずき", "はなこ", "09012345678"));
        clock.standAt(TestClock.jst("2026-11-25T23:59:30"));
        assertThat(check(some.code(coop, hanako)).name()).isEqualTo("山田 花子");
        clock.standAt(TestClock.jst("2026-11-26T00:00"));
        assertThat(check(some.code(coop, hanako)).name()).isEqualTo("鈴木 花子");
    }

    @Test
    @Rule("M-USE-1")
    void theRetiredKeepItAndItCostsNothing() {
        var before = shares.history(coop, hanako.memberId());
        requests.ask(coop, hanako.memberId(), Kind.RETIREMENT, "3月末に退職しました。", "form-1");
        var request = requests.waiting(coop).getFirst();
        requests.handle(coop, request.requestId(), State.DONE, "承りました。", STAFF);
        assertThat(check(some.code(coop, hanako)).memberPrice()).isTrue();
        assertThat(shares.history(coop, hanako.memberId())).isEqualTo(before);
        assertThat(shares.holding(coop, hanako.memberId()).due().isZero()).isTrue();
    }

    private Member withoutMyPage() {
        return new Member(
                hanako.memberId(),
                java.util.Optional.empty(),
                hanako.memberCode(),
                hanako.name(),
                hanako.phone(),
                LocalDate.of(1971, 4, 1),
                hanako.joining(),
                hanako.state(),
                hanako.youngestChild());
    }

    private void later(int seconds) {
        clock.standAt(clock.instant().plusSeconds(seconds));
    }

    private CheckedCard check(String code) {
        return checks.check(coop, till, code);
    }

    private boolean isTaken(UUID asking, String code) {
        try {
            checks.check(coop, asking, code);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private void issueRefused(Member member, CardRefusal why) {
        refused(() -> cards.issue(coop, member.memberId()), why);
    }

    private void refused(String code, CardRefusal why) {
        refused(() -> check(code), why);
    }

    private static void refused(Runnable doing, CardRefusal why) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(List.copyOf(it.refusals())).isEqualTo(List.of(why)));
    }
}
