package coop.kumiai.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.MailProof;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.Present;
import coop.kumiai.accounts.RecoveryTerms;
import coop.kumiai.demo.Mailbox;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.members.Place;
import coop.kumiai.members.Registrations;
import coop.kumiai.members.TypedApplication;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

import java.time.LocalDate;

/** Letters about signing in, from what happened to the mailbox. */
@KumiaiTest
class AccountLettersTests {
    private static final Place HOME = new Place(new PostalCode("1500031"), "東京都", "渋谷区", "桜丘町");
    private static final String PASSWORD = "sakuragaoka-no-haru";

    @Autowired TestCoops coops;
    @Autowired Registrations registrations;
    @Autowired MailProofs proofs;
    @Autowired Accounts accounts;
    @Autowired Mails mails;
    @Autowired Mailbox mailbox;
    @Autowired FailedEventPublications failed;
    @Autowired DSLContext sql;
    CoopId coop;
    String email;

    @BeforeEach
    void aVisitor() {
        coop = coops.fresh();
        email = coop.code() + "@example.com";
    }

    @Test
    @Rule({"N-REG-1", "N-REG-2"})
    void aVisitorGetsLinkAndCode() {
        var proof = registrations.ask(coop, HOME, email, "192.0.2.1");
        var mail = mails.only(email);
        assertThat(mail.from()).isEqualTo("netsuper@minato.coop.example");
        assertThat(mail.text()).contains("24時間", "ためし生協ネットスーパー");
        var token = tokenOf(mail.links().getFirst());
        assertThat(registrations.open(coop, token).email().address()).isEqualTo(email);
        assertThat(proofs.redeemCode(coop, MailProof.Purpose.REGISTRATION, proof, mail.code()))
                .isEqualTo(token);
    }

    @Test
    void whoeverIsRegisteredAlreadyIsToldByMailOnly() {
        accounts.createMember(coop, email, PASSWORD, "佐藤 花子");
        registrations.ask(coop, HOME, email, "192.0.2.1");
        var mail = mails.only(email);
        assertThat(mail.subject()).contains("すでに登録");
        assertThat(mail.code()).isEmpty();
        assertThat(mail.links()).noneMatch(link -> link.contains("open"));
    }

    @Test
    @Rule({"N-REG-1", "N-JOIN-1"})
    void theCompletionMailSaysHowTheShareCapitalIsCollected() {
        registrations.ask(coop, HOME, email, "192.0.2.1");
        var token = tokenOf(mails.only(email).links().getFirst());
        registrations.fill(coop, token, application(), PASSWORD, PASSWORD);
        registrations.complete(coop, token);
        assertThat(mails.to(email, 2).getFirst().text())
                .startsWith("佐藤 花子 様")
                .contains("会員登録が完了しました", "出資金500円");
    }

    @Test
    @Rule("N-REG-5")
    void theForgottenPasswordComesAsLinkAndCode() {
        accounts.createMember(coop, email, PASSWORD, "佐藤 花子");
        coops.decide(coop, new RecoveryTerms(RecoveryTerms.Way.LINK), "", LocalDate.of(2026, 1, 1));
        proofs.askRecovery(coop, email, "192.0.2.1");
        var mail = mails.only(email);
        assertThat(mail.text()).contains("30分");
        assertThat(mail.links().getFirst()).contains("/sign-in/reset/");
        assertThat(mail.code()).hasSize(8);
    }

    @Test
    @Rule("N-REG-5")
    void anAddressThatIsNotRegisteredLearnsItInItsOwnMailbox() {
        proofs.askRecovery(coop, email, "192.0.2.1");
        var mail = mails.only(email);
        assertThat(mail.text()).contains("登録されていません");
        assertThat(mail.code()).isEmpty();
    }

    @Test
    void aChangedPasswordIsTold() {
        var account = accounts.createMember(coop, email, PASSWORD, "佐藤 花子");
        accounts.changePassword(
                coop,
                account.accountId(),
                new Present("", PASSWORD),
                "azabu-no-aki-42",
                "azabu-no-aki-42");
        assertThat(mails.only(email).text()).contains("パスワードが変更されました");
    }

    @Test
    @Rule("N-REG-2")
    void aMailThatFoundTheServerDownGoesOutOnceItIsUp() {
        mailbox.close();
        try {
            registrations.ask(coop, HOME, email, "192.0.2.1");
            awaitFailure();
            assertThat(mailbox.mailsTo(email)).isEmpty();
        } finally {
            mailbox.open();
        }
        failed.resubmit(ResubmissionOptions.defaults());
        assertThat(mails.only(email).code()).hasSize(8);
    }

    private void awaitFailure() {
        await().until(
                        () ->
                                sql.fetchCount(
                                                DSL.table("events.event_publication"),
                                                DSL.condition("status = 'FAILED'"),
                                                DSL.field("serialized_event", String.class)
                                                        .contains(coop.code()))
                                        == 1);
    }

    private static TypedApplication application() {
        return new TypedApplication(
                "佐藤", "花子", "さとう", "はなこ", "090-1234-5678", "1971-04-01", "1-2-3", "", "web", "");
    }

    private static String tokenOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
