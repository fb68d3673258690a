package coop.kumiai.accounts;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/**
 * メールアドレスの変更 (N-REG-4, B-LOGIN-4): nothing changes until the mail to the new address is answered;
 * the old address is told at once.
 */
@Service
public class EmailChanges {
    private final AccountStore store;
    private final MailProofs proofs;
    private final MailProofStore mails;
    private final Presence presence;
    private final AuditStore audit;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    EmailChanges(
            AccountStore store,
            MailProofs proofs,
            MailProofStore mails,
            Presence presence,
            AuditStore audit,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.proofs = proofs;
        this.mails = mails;
        this.presence = presence;
        this.audit = audit;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * What was typed.
     *
     * @param again the new address a second time, where the policy asks for it
     */
    public record Wish(Present present, String email, String again, String networkAddress) {}

    /**
     * Sends the mails. An earlier change that still waits is off.
     *
     * @throws Refused when something typed is not right
     */
    @Transactional(noRollbackFor = Refused.class)
    public UUID ask(CoopId coop, UUID accountId, Wish wish) {
        var account = store.find(coop, accountId).orElseThrow(() -> new NotFound("account"));
        var email = EmailAddress.require(wish.email());
        var terms = policies.today(coop, ChangeTerms.class);
        Refused.unless(refusals(account, email, wish, terms));
        if (terms.presentAsked()) {
            presence.require(coop, accountId, wish.present());
        }
        mails.useAllOf(coop, accountId, Purpose.EMAIL_CHANGE, clock.instant());
        var proof =
                proofs.ask(
                        coop,
                        Purpose.EMAIL_CHANGE,
                        email,
                        Optional.of(accountId),
                        wish.networkAddress());
        audit.note(coop, accountId, "email-change-asked", accountId, "");
        announce.publishEvent(new EmailChangeAsked(coop, accountId, proof));
        return proof;
    }

    /** The address that waits for its confirmation, if any. */
    public Optional<EmailAddress> pending(CoopId coop, UUID accountId) {
        return mails.openOf(coop, accountId, Purpose.EMAIL_CHANGE, clock.instant()).stream()
                .map(MailProof::email)
                .findFirst();
    }

    /**
     * The new address counts from now on. Mails that the old one still holds open nothing more.
     *
     * @throws Refused when the mail is used or expired, or the address has an account meanwhile
     */
    @Transactional
    public Account confirm(CoopId coop, String token) {
        var proof = proofs.use(coop, Purpose.EMAIL_CHANGE, token);
        var accountId = proof.accountId().orElseThrow(() -> new NotFound("account"));
        var account = store.find(coop, accountId).orElseThrow(() -> new NotFound("account"));
        if (store.idOf(coop, account.kind(), proof.email())
                .filter(it -> !it.equals(accountId))
                .isPresent()) {
            throw Refused.because(new AccountRefusal.AlreadyRegistered());
        }
        store.changeEmail(coop, accountId, proof.email());
        mails.useAllOf(coop, accountId, Purpose.RECOVERY, clock.instant());
        mails.useAllOf(coop, accountId, Purpose.PROOF, clock.instant());
        audit.note(coop, accountId, "email-changed", accountId, "");
        announce.publishEvent(new EmailChanged(coop, accountId, account.email()));
        return store.find(coop, accountId).orElseThrow(() -> new NotFound("account"));
    }

    private static ArrayList<AccountRefusal> refusals(
            Account account, EmailAddress email, Wish wish, ChangeTerms terms) {
        var refusals = new ArrayList<AccountRefusal>();
        if (email.folded().equals(new EmailAddress(account.email()).folded())) {
            refusals.add(new AccountRefusal.SameEmail());
        }
        if (terms.presentAsked()
                && EmailAddress.read(wish.again())
                        .filter(it -> it.address().equals(email.address()))
                        .isEmpty()) {
            refusals.add(new AccountRefusal.EmailNotTheSameTwice());
        }
        return refusals;
    }
}
