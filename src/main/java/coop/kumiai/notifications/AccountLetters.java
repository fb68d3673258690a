package coop.kumiai.notifications;

import coop.kumiai.accounts.AccountClosed;
import coop.kumiai.accounts.AccountRegistered;
import coop.kumiai.accounts.EmailChangeAsked;
import coop.kumiai.accounts.EmailChanged;
import coop.kumiai.accounts.MailProofLetter;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.PasswordChanged;
import coop.kumiai.accounts.ProfileChanged;
import coop.kumiai.accounts.ProofAsked;
import coop.kumiai.accounts.RecoveryAsked;
import coop.kumiai.accounts.RecoveryTerms;
import coop.kumiai.accounts.RegistrationAsked;
import coop.kumiai.accounts.SecondFactorChanged;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.policies.Coops;
import coop.kumiai.policies.Policies;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Letters about signing in: registration (N-REG-1), recovery (N-REG-5), a changed password or
 * address (N-REG-4), the closed account (N-REG-7). Only the mailbox of an address learns whether it
 * is registered, never the screen.
 */
@Component
class AccountLetters {
    private final MailProofs proofs;
    private final Members members;
    private final Recipients recipients;
    private final Coops coops;
    private final Policies policies;
    private final Writing writing;
    private final PostOffice post;
    private final Clock clock;

    AccountLetters(
            MailProofs proofs,
            Members members,
            Recipients recipients,
            Coops coops,
            Policies policies,
            Writing writing,
            PostOffice post,
            Clock clock) {
        this.proofs = proofs;
        this.members = members;
        this.recipients = recipients;
        this.coops = coops;
        this.policies = policies;
        this.writing = writing;
        this.post = post;
        this.clock = clock;
    }

    private enum Subject {
        REGISTRATION("registration", "会員登録のご案内"),
        ALREADY_REGISTERED("already-registered", "すでに登録されています"),
        REGISTERED("registered", "会員登録が完了しました"),
        RECOVERY("recovery", "新しいパスワードのご案内"),
        NOT_REGISTERED("not-registered", "登録が見つかりませんでした"),
        TEMPORARY_PASSWORD("temporary-password", "仮パスワードのご案内"),
        EMAIL_CHANGE("email-change", "新しいメールアドレスのご確認"),
        EMAIL_TAKEN("email-taken", "すでに登録されています"),
        EMAIL_CHANGE_ASKED("email-change-asked", "メールアドレスの変更のお申し込みがありました"),
        EMAIL_CHANGED("email-changed", "メールアドレスが変更されました"),
        PROOF("proof", "ご本人の確認コード"),
        SECOND_FACTOR_CHANGED("second-factor-changed", "ログインの確認のしかたが変更されました"),
        PROFILE_CHANGED("profile-changed", "登録の内容が変更されました"),
        ACCOUNT_CLOSED("account-closed", "退会のお手続きが済みました"),
        PASSWORD_CHANGED("password-changed", "パスワードが変更されました");

        private final String template;
        private final String words;

        Subject(String template, String words) {
            this.template = template;
            this.words = words;
        }
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(RegistrationAsked asked) {
        proofs.letter(asked.coop(), asked.proofId())
                .ifPresent(
                        proof -> {
                            var about =
                                    proof.leadsOn()
                                            ? Subject.REGISTRATION
                                            : Subject.ALREADY_REGISTERED;
                            tell(asked.coop(), asked.proofId(), proof, about, "register/open/");
                        });
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(RecoveryAsked asked) {
        proofs.letter(asked.coop(), asked.proofId()).ifPresent(it -> recover(asked, it));
    }

    private void recover(RecoveryAsked asked, MailProofLetter proof) {
        var way = policies.today(asked.coop(), RecoveryTerms.class).way();
        if (!proof.leadsOn()) {
            tell(asked.coop(), asked.proofId(), proof, Subject.NOT_REGISTERED, "");
        } else if (way == RecoveryTerms.Way.TEMPORARY_PASSWORD) {
            send(
                    asked.coop(),
                    asked.proofId().toString(),
                    proof.email().address(),
                    Subject.TEMPORARY_PASSWORD,
                    Map.of(
                            "password",
                            proof.temporaryPassword(),
                            "valid",
                            JapaneseDates.duration(proof.valid())));
        } else {
            tell(asked.coop(), asked.proofId(), proof, Subject.RECOVERY, "sign-in/reset/");
        }
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(EmailChangeAsked asked) {
        proofs.letter(asked.coop(), asked.proofId())
                .ifPresent(
                        proof -> {
                            var about =
                                    proof.leadsOn() ? Subject.EMAIL_CHANGE : Subject.EMAIL_TAKEN;
                            tell(asked.coop(), asked.proofId(), proof, about, "email/");
                        });
        tell(asked.coop(), asked.accountId(), Subject.EMAIL_CHANGE_ASKED, Map.of());
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(ProofAsked asked) {
        proofs.letter(asked.coop(), asked.proofId())
                .ifPresent(
                        proof ->
                                tell(
                                        asked.coop(),
                                        asked.proofId(),
                                        proof,
                                        Subject.PROOF,
                                        asked.page()));
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(SecondFactorChanged changed) {
        tell(changed.coop(), changed.accountId(), Subject.SECOND_FACTOR_CHANGED, Map.of());
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(ProfileChanged changed) {
        tell(changed.coop(), changed.accountId(), Subject.PROFILE_CHANGED, Map.of());
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(EmailChanged changed) {
        send(
                changed.coop(),
                changed.accountId() + "." + clock.millis(),
                changed.old(),
                Subject.EMAIL_CHANGED,
                Map.of());
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(AccountClosed closed) {
        send(
                closed.coop(),
                closed.accountId().toString(),
                closed.email(),
                Subject.ACCOUNT_CLOSED,
                Map.of("name", closed.name()));
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(AccountRegistered registered) {
        var coop = registered.coop();
        var due =
                members.byAccount(coop, registered.accountId())
                        .flatMap(member -> members.shareDue(coop, member.memberId()));
        tell(
                coop,
                registered.accountId(),
                Subject.REGISTERED,
                Map.of("share", due.map(Yen::toString).orElse("")));
    }

    @Async(MailingConfiguration.LETTER_WRITERS)
    @TransactionalEventListener
    void on(PasswordChanged changed) {
        tell(changed.coop(), changed.accountId(), Subject.PASSWORD_CHANGED, Map.of());
    }

    private void tell(
            CoopId coop, UUID proofId, MailProofLetter proof, Subject about, String page) {
        var parameters = new HashMap<String, String>();
        if (proof.leadsOn()) {
            parameters.put("link", writing.link(coop, page + proof.token()));
            parameters.put("code", proof.code());
            parameters.put("valid", JapaneseDates.duration(proof.valid()));
        }
        send(coop, proofId.toString(), proof.email().address(), about, parameters);
    }

    private void tell(CoopId coop, UUID accountId, Subject about, Map<String, String> parameters) {
        var recipient = recipients.account(coop, accountId);
        if (recipient.isEmpty()) {
            return;
        }
        var all = new HashMap<>(parameters);
        all.put("name", recipient.get().name());
        send(coop, accountId + "." + clock.millis(), recipient.get().email(), about, all);
    }

    private void send(
            CoopId coop, String id, String to, Subject about, Map<String, String> parameters) {
        var all = new HashMap<String, Object>(parameters);
        all.put("frame", LetterFrame.of(coops.get(coop.code()), writing));
        post.send(
                coop,
                new Letter(
                        about.template + "." + id,
                        to,
                        about.words,
                        writing.text(about.template, all)));
    }
}
