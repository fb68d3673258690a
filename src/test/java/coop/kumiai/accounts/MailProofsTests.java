package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.MAIL_PROOF;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofRefusal.Expired;
import coop.kumiai.accounts.MailProofRefusal.TooManyCodes;
import coop.kumiai.accounts.MailProofRefusal.Unknown;
import coop.kumiai.accounts.MailProofRefusal.Used;
import coop.kumiai.accounts.MailProofRefusal.WrongCode;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Registrations;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@KumiaiTest
class MailProofsTests {
    private static final String NEW = "totemo nagai 言葉 9";

    @Autowired MailProofs proofs;
    @Autowired MailProofStore store;
    @Autowired Registrations registrations;
    @Autowired Accounts accounts;
    @Autowired AccessTokens tokens;
    @Autowired SignIns signIns;
    @Autowired TestMembers some;
    @Autowired TestCoops coops;
    @Autowired Policies policies;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    Account hanako;
    UUID mail;
    MailProofLetter letter;

    @BeforeEach
    void aForgottenPassword() {
        coop = coops.fresh();
        hanako = some.account(coop, some.applied(coop));
        mail = proofs.askRecovery(coop, hanako.email(), "192.0.2.1");
        letter = proofs.letter(coop, mail).orElseThrow();
    }

    @Test
    @Rule("N-REG-5")
    void theMailedLinkSetsANewPasswordOnceAndEndsEverySignIn() {
        var token = tokens.issue(coop, hanako.accountId());
        assertThat(tokens.find(coop, token)).contains(hanako);

        var changed = accounts.recover(coop, letter.token(), NEW, NEW);

        assertThat(changed.generation()).isGreaterThan(hanako.generation());
        assertThat(tokens.find(coop, token)).isEmpty();
        assertThat(signIns.member(coop, new SignInTry(hanako.email(), NEW, "192.0.2.1")))
                .isEqualTo(changed);
        assertThat(refusal(() -> accounts.recover(coop, letter.token(), NEW, NEW)))
                .isInstanceOf(Used.class);
        assertThat(refusal(() -> proofs.open(coop, Purpose.RECOVERY, letter.token())))
                .isInstanceOf(Used.class);
    }

    @Test
    void openingTheLinkChangesNothing() {
        for (var i = 0; i < 3; i++) {
            assertThat(proofs.open(coop, Purpose.RECOVERY, letter.token()).used()).isFalse();
        }
    }

    @Test
    void aPasswordThatIsNotTakenDoesNotUseTheMailUp() {
        assertThat(refusal(() -> accounts.recover(coop, letter.token(), "short", "short")))
                .isInstanceOf(PasswordRefusal.TooShort.class);
        assertThat(refusal(() -> accounts.recover(coop, letter.token(), NEW, NEW + "x")))
                .isInstanceOf(PasswordRefusal.NotTheSameTwice.class);
        assertThat(accounts.recover(coop, letter.token(), NEW, NEW).accountId())
                .isEqualTo(hanako.accountId());
    }

    @Test
    void twoWhoFollowOneLinkAtOnceAreOne() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> recover =
                    () -> {
                        try {
                            accounts.recover(coop, letter.token(), NEW, NEW);
                            return true;
                        } catch (Refused refused) {
                            return false;
                        }
                    };
            var answers = threads.invokeAll(List.of(recover, recover));
            assertThat(answers.get(0).get() ^ answers.get(1).get()).isTrue();
        }
    }

    @Test
    void oneAnsweredMailVoidsTheOthers() {
        var other =
                proofs.letter(coop, proofs.askRecovery(coop, hanako.email(), "192.0.2.1"))
                        .orElseThrow();
        accounts.recover(coop, other.token(), NEW, NEW);
        assertThat(refusal(() -> proofs.open(coop, Purpose.RECOVERY, letter.token())))
                .isInstanceOf(Used.class);
    }

    @Test
    void afterItsTimeTheMailSaysSo() {
        var valid = policies.today(coop, MailProofTerms.class).recoveryValid();
        clock.forward(valid.minusSeconds(1));
        assertThat(proofs.open(coop, Purpose.RECOVERY, letter.token()).used()).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(refusal(() -> accounts.recover(coop, letter.token(), NEW, NEW)))
                .isEqualTo(new Expired(valid));
        assertThat(refusal(() -> proofs.redeemCode(coop, Purpose.RECOVERY, mail, letter.code())))
                .isEqualTo(new Expired(valid));
        assertThat(new Expired(valid).sentence()).contains("30分");
    }

    @Test
    void theCodeOpensTheSameDoorInAnyWriting() {
        var typed = letter.code().replace(' ', '－').replaceAll("1", "１");
        assertThat(proofs.redeemCode(coop, Purpose.RECOVERY, mail, typed))
                .isEqualTo(letter.token());
    }

    @Test
    void theCodeMayBeTypedWronglyOnlySoOften() {
        var most = policies.today(coop, MailProofTerms.class).codeTries();
        for (var left = most - 1; left > 0; left--) {
            assertThat(refusal(this::wrongCode)).isEqualTo(new WrongCode(left));
        }
        assertThat(refusal(this::wrongCode)).isEqualTo(new TooManyCodes(most));
        assertThat(refusal(() -> proofs.redeemCode(coop, Purpose.RECOVERY, mail, letter.code())))
                .isEqualTo(new TooManyCodes(most));
        assertThat(proofs.open(coop, Purpose.RECOVERY, letter.token()).used()).isFalse();
    }

    @Test
    void theRightCodeIsNoTry() {
        var most = policies.today(coop, MailProofTerms.class).codeTries();
        for (var i = 0; i <= most; i++) {
            proofs.redeemCode(coop, Purpose.RECOVERY, mail, letter.code());
        }
        assertThat(refusal(this::wrongCode)).isEqualTo(new WrongCode(most - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "' or 1=1 --",
                "../../etc/passwd",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aMadeUpLinkIsNone(String token) {
        assertThat(refusal(() -> proofs.open(coop, Purpose.RECOVERY, token)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void aLinkOpensOneDoorOfOneCoop() {
        assertThat(refusal(() -> proofs.open(coops.fresh(), Purpose.RECOVERY, letter.token())))
                .isInstanceOf(Unknown.class);
        assertThat(refusal(() -> proofs.open(coop, Purpose.REGISTRATION, letter.token())))
                .isInstanceOf(Unknown.class);
    }

    @Test
    @Rule("N-REG-5")
    void anUnknownAddressIsAskedTheSameWayAndItsCodeLeadsNowhere() {
        var unknown = proofs.askRecovery(coop, "nobody@example.com", "192.0.2.1");
        var its = proofs.letter(coop, unknown).orElseThrow();
        assertThat(its.leadsOn()).isFalse();
        assertThat(letter.leadsOn()).isTrue();
        assertThat(refusal(() -> proofs.redeemCode(coop, Purpose.RECOVERY, unknown, its.code())))
                .isInstanceOf(WrongCode.class);
        assertThat(refusal(() -> proofs.open(coop, Purpose.RECOVERY, its.token())))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void theDatabaseKnowsNeitherLinkNorCode() {
        var row =
                sql.selectFrom(MAIL_PROOF)
                        .where(MAIL_PROOF.COOP_ID.eq(coop.code()), MAIL_PROOF.PROOF_ID.eq(mail))
                        .fetchSingle()
                        .toString();
        assertThat(row)
                .contains(hanako.email())
                .doesNotContain(letter.token(), letter.code(), letter.code().replace(" ", ""));
    }

    @Test
    void whatIsLongExpiredIsForgottenWithWhatWasFilledInBehindIt() {
        var registration =
                registrations.ask(coop, TestMembers.JINGUMAE, TestMembers.email(), "192.0.2.1");
        store.deleteExpiredBefore(clock.instant());
        assertThat(proofs.letter(coop, registration).orElseThrow().leadsOn()).isTrue();
        store.deleteExpiredBefore(clock.instant().plus(Duration.ofDays(2)));
        assertThat(proofs.letter(coop, registration)).isEmpty();
        assertThat(proofs.letter(coop, mail)).isEmpty();
    }

    @Test
    void oneMailboxIsNotFlooded() {
        var terms = policies.today(coop, SignInTerms.class);
        for (var i = 1; i < terms.freeTries(); i++) {
            proofs.askRecovery(coop, hanako.email(), "192.0.2." + i);
        }
        assertThat(refusal(() -> proofs.askRecovery(coop, hanako.email(), "203.0.113.9")))
                .isEqualTo(new SignInRefusal.Wait(terms.firstDelay()));
    }

    private void wrongCode() {
        proofs.redeemCode(coop, Purpose.RECOVERY, mail, "0");
    }

    private static Refusal refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).refusals().getFirst();
    }
}
