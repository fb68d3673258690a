package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.kumiai.accounts.SignInRefusal.Wait;
import coop.kumiai.accounts.SignInRefusal.Wrong;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Coops;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@KumiaiTest
class SignInsTests {
    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    /** Every try costs a hash: few of them make a quick test. */
    private static final SignInTerms FEW_TRIES =
            new SignInTerms(
                    3,
                    6,
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofDays(30),
                    Duration.ofHours(12));

    @Autowired SignIns signIns;
    @Autowired Accounts accounts;
    @Autowired TestMembers some;
    @Autowired TestCoops coops;
    @Autowired Policies policies;
    @Autowired KnownPasswords known;
    @Autowired Coops register;
    @Autowired AccountStore store;
    @Autowired Throttle throttle;
    @Autowired DeviceMarks devices;
    @Autowired MailProofs proofs;
    @Autowired EmailChanges emails;
    @Autowired SecondFactors seconds;
    @Autowired BusinessClock clock;
    CoopId coop;
    Account hanako;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        coops.decide(coop, FEW_TRIES, "", LocalDate.of(2026, 1, 1));
        hanako = some.account(coop, some.applied(coop));
    }

    @Test
    void theRightPasswordOpens() {
        assertThat(signIns.member(coop, right(HOME))).isEqualTo(hanako);
        var typed =
                new SignInTry("　" + hanako.email().toUpperCase() + " ", TestMembers.PASSWORD, HOME);
        assertThat(signIns.member(coop, typed)).isEqualTo(hanako);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        assertThat(refusal(wrong(hanako.email(), HOME)))
                .isEqualTo(refusal(wrong("nobody@example.com", HOME)))
                .isEqualTo(refusal(wrong("' or 1=1 --", HOME)))
                .isEqualTo(refusal(wrong("x".repeat(10_000), HOME)))
                .isInstanceOf(Wrong.class);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressCostTheSameWork() {
        var counted = new CountedPasswords(known, policies, register);
        var door =
                new SignIns(store, counted, throttle, devices, proofs, emails, seconds, policies);
        for (var email : List.of(hanako.email(), "nobody@example.com", "' or 1=1 --")) {
            counted.comparisons = 0;
            assertThatThrownBy(() -> door.member(coop, wrong(email, HOME)))
                    .isInstanceOf(Refused.class);
            assertThat(counted.comparisons).as(email).isEqualTo(1);
        }
    }

    @Test
    @Rule("N-JOIN-4")
    void anAccountOpensNothingElse() {
        assertThatThrownBy(() -> signIns.member(coops.fresh(), right(HOME)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> signIns.staff(coop, right(HOME))).isInstanceOf(Refused.class);
    }

    @Test
    void staffOfTheSameAddressAreSomebodyElse() {
        var roles = Set.of(new StaffRole(StaffRole.Kind.PICKER, "shibuya"));
        var staff = accounts.createStaff(coop, hanako.email(), "tana no aida 88", "山田", roles);
        var attempt = new SignInTry(hanako.email(), "tana no aida 88", HOME);
        assertThat(signIns.staff(coop, attempt)).isEqualTo(new Entry.In(staff));
        assertThat(accounts.roles(coop, staff.accountId())).isEqualTo(roles);
        assertThatThrownBy(() -> signIns.member(coop, attempt)).isInstanceOf(Refused.class);
    }

    @Test
    void anAccountWithoutPasswordOpensToNobody() {
        var account = accounts.createMember(coop, TestMembers.email(), "名なし");
        assertThat(refusal(new SignInTry(account.email(), "", HOME))).isInstanceOf(Wrong.class);
        assertThat(refusal(new SignInTry(account.email(), "nobody has this password", HOME)))
                .isInstanceOf(Wrong.class);
    }

    @Test
    void wrongTriesMakeOneWaitAndAWaitingTryIsNotCounted() {
        tryWrongly(terms().freeTries(), ELSEWHERE);
        assertThat(refusal(right(ELSEWHERE))).isEqualTo(new Wait(terms().firstDelay()));
        assertThat(refusal(right(HOME))).isEqualTo(new Wait(terms().firstDelay()));

        clock.forward(terms().firstDelay());
        assertThat(refusal(wrong(hanako.email(), HOME))).isInstanceOf(Wrong.class);
        assertThat(refusal(right(HOME))).isEqualTo(new Wait(terms().firstDelay().multipliedBy(2)));

        clock.forward(terms().firstDelay().multipliedBy(2));
        assertThat(signIns.member(coop, right(HOME))).isEqualTo(hanako);
        assertThat(refusal(wrong(hanako.email(), HOME))).isInstanceOf(Wrong.class);
    }

    @Test
    void anUnknownAddressWaitsLikeAKnownOne() {
        for (var i = 0; i < terms().freeTries(); i++) {
            refusal(wrong("nobody@example.com", ELSEWHERE));
        }
        assertThat(refusal(wrong("nobody@example.com", ELSEWHERE)))
                .isEqualTo(new Wait(terms().firstDelay()));
    }

    @Test
    void aStrangerWhoGuessesForDaysNeverHoldsUpAKnownDevice() {
        var mark = signIns.deviceMark(coop, hanako.accountId());
        for (var i = 0; i < 12; i++) {
            clock.forward(terms().longestDelay());
            refusal(wrong(hanako.email(), ELSEWHERE));
        }
        assertThat(refusal(right(HOME))).isInstanceOf(Wait.class);
        assertThat(signIns.member(coop, marked(mark))).isEqualTo(hanako);
    }

    @Test
    void aMadeUpMarkIsNone() {
        tryWrongly(terms().freeTries(), ELSEWHERE);
        var others = some.account(coop, some.applied(coop));
        for (var mark :
                new String[] {
                    "",
                    ".",
                    "abc.def",
                    signIns.deviceMark(coop, others.accountId()),
                    "x".repeat(9_999)
                }) {
            assertThat(refusal(marked(mark))).isInstanceOf(Wait.class);
        }
    }

    @Test
    void oneNetworkAddressCannotTryAccountAfterAccount() {
        for (var i = 0; i < terms().freeTriesPerNetwork(); i++) {
            assertThat(refusal(wrong("person-" + i + "@example.com", ELSEWHERE)))
                    .isInstanceOf(Wrong.class);
        }
        assertThat(refusal(wrong("one-more@example.com", ELSEWHERE))).isInstanceOf(Wait.class);
        assertThat(signIns.member(coop, right(HOME))).isEqualTo(hanako);
    }

    @Test
    void whoSignsInRightlyDoesNotMakeTheNeighboursWait() {
        for (var i = 0; i < terms().freeTriesPerNetwork(); i++) {
            refusal(wrong("person-" + i + "@example.com", ELSEWHERE));
        }
        clock.forward(terms().firstDelay());
        assertThat(signIns.member(coop, right(ELSEWHERE))).isEqualTo(hanako);
        assertThat(signIns.member(coop, right(ELSEWHERE))).isEqualTo(hanako);
        assertThat(refusal(wrong("one-more@example.com", ELSEWHERE))).isInstanceOf(Wrong.class);
        assertThat(refusal(right(ELSEWHERE))).isInstanceOf(Wait.class);
    }

    @Test
    void neighboursAtTheSameMomentWaitForNobody() {
        clock.standAt(TestClock.START.plusMillis(5));
        assertThat(signIns.member(coop, right(HOME))).isEqualTo(hanako);
        clock.standAt(TestClock.START);
        assertThat(signIns.member(coop, right(HOME))).isEqualTo(hanako);
        assertThat(refusal(wrong("neighbour@example.com", HOME))).isInstanceOf(Wrong.class);
    }

    @Test
    void triesAtOnceAreCountedOneByOne() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Refusal> guess = () -> refusal(wrong(hanako.email(), HOME));
            var answers = threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> guess).toList());
            var judged = 0;
            for (var answer : answers) {
                judged += answer.get() instanceof Wrong ? 1 : 0;
            }
            assertThat(judged).isEqualTo(terms().freeTries());
        }
    }

    @Test
    void aWaitIsSaidInWords() {
        assertThat(new Wait(Duration.ofSeconds(10)).sentence()).contains("あと10秒");
        assertThat(new Wait(Duration.ofMinutes(10)).sentence()).contains("あと10分");
    }

    private void tryWrongly(int times, String networkAddress) {
        for (var i = 0; i < times; i++) {
            assertThat(refusal(wrong(hanako.email(), networkAddress))).isInstanceOf(Wrong.class);
        }
    }

    private Refusal refusal(SignInTry attempt) {
        return catchThrowableOfType(Refused.class, () -> signIns.member(coop, attempt))
                .refusals()
                .getFirst();
    }

    private SignInTry right(String networkAddress) {
        return new SignInTry(hanako.email(), TestMembers.PASSWORD, networkAddress);
    }

    private SignInTry marked(String mark) {
        return new SignInTry(hanako.email(), TestMembers.PASSWORD, ELSEWHERE, Optional.of(mark));
    }

    private static SignInTry wrong(String email, String networkAddress) {
        return new SignInTry(email, "ちがうパスワード", networkAddress);
    }

    private SignInTerms terms() {
        return policies.today(coop, SignInTerms.class);
    }

    /** Counts comparisons, each of which costs one hash whoever it is for. */
    private static final class CountedPasswords extends Passwords {
        private int comparisons;

        CountedPasswords(KnownPasswords known, Policies policies, Coops coops) {
            super(known, policies, coops);
        }

        @Override
        boolean matches(String password, @Nullable String hash) {
            comparisons++;
            return super.matches(password, hash);
        }
    }
}
