package coop.kumiai.accounts;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;
import java.util.UUID;

/**
 * 本人確認: that it is still the same person, by password or by a mailed code; at the second step of a
 * sign-in and before a change of what only the owner may change.
 */
@Service
public class Proving {
    private final AccountStore store;
    private final MailProofs proofs;
    private final Passwords passwords;
    private final Throttle throttle;
    private final ApplicationEventPublisher announce;

    Proving(
            AccountStore store,
            MailProofs proofs,
            Passwords passwords,
            Throttle throttle,
            ApplicationEventPublisher announce) {
        this.store = store;
        this.proofs = proofs;
        this.passwords = passwords;
        this.throttle = throttle;
        this.announce = announce;
    }

    /** Whether the account has a password to be asked for. */
    public boolean hasPassword(CoopId coop, UUID accountId) {
        return store.secured(coop, accountId).map(AccountStore.Secured::passwordHash).isPresent();
    }

    /**
     * @throws Refused when it is wrong, or one must wait
     */
    public void byPassword(CoopId coop, UUID accountId, String password) {
        var secured = store.secured(coop, accountId).orElseThrow(() -> new NotFound("account"));
        throttle.admitPresent(coop, accountId);
        if (!passwords.matches(password, secured.passwordHash())) {
            throw Refused.because(new AccountRefusal.WrongPresentPassword());
        }
        throttle.forgivePresent(coop, accountId);
    }

    /**
     * Mails a link and a code to the account's address.
     *
     * @param page where the link leads, below the co-op's root
     * @throws Refused when too many were asked for
     */
    @Transactional
    public UUID mail(CoopId coop, UUID accountId, String networkAddress, String page) {
        var account = store.find(coop, accountId).orElseThrow(() -> new NotFound("account"));
        var proofId =
                proofs.ask(
                        coop,
                        Purpose.PROOF,
                        new EmailAddress(account.email()),
                        Optional.of(accountId),
                        networkAddress);
        announce.publishEvent(new ProofAsked(coop, accountId, proofId, page));
        return proofId;
    }

    /**
     * Takes the mailed code of just this mail.
     *
     * @throws Refused when it is wrong, or was tried too often, or the mail is used or expired
     */
    @Transactional(noRollbackFor = Refused.class)
    public void byCode(CoopId coop, UUID proofId, String typed) {
        proofs.use(coop, Purpose.PROOF, proofs.redeemCode(coop, Purpose.PROOF, proofId, typed));
    }

    /** Which mail a link belongs to; opening it changes nothing. */
    public UUID mailOf(CoopId coop, String token) {
        return proofs.open(coop, Purpose.PROOF, token).proofId();
    }

    /**
     * Takes the mailed link.
     *
     * @throws Refused when the mail is used or expired
     */
    @Transactional
    public void byLink(CoopId coop, String token) {
        proofs.use(coop, Purpose.PROOF, token);
    }
}
