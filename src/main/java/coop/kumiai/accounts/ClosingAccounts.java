package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/**
 * 退会 of the account (N-REG-7, B-LEAVE-1). It does not leave the co-op: the member, the shares and
 * all that was ordered stay. Address and name of the account are forgotten at once.
 */
@Service
public class ClosingAccounts {
    private final AccountStore store;
    private final OpenSignInStore signIns;
    private final AccessTokenStore tokens;
    private final MailProofStore proofs;
    private final SecondFactorStore seconds;
    private final PasskeyStore passkeys;
    private final Representations representations;
    private final AuditStore audit;
    private final List<ClosingObjection> objections;
    private final ApplicationEventPublisher announce;

    ClosingAccounts(
            AccountStore store,
            OpenSignInStore signIns,
            AccessTokenStore tokens,
            MailProofStore proofs,
            SecondFactorStore seconds,
            PasskeyStore passkeys,
            Representations representations,
            AuditStore audit,
            List<ClosingObjection> objections,
            ApplicationEventPublisher announce) {
        this.store = store;
        this.signIns = signIns;
        this.tokens = tokens;
        this.proofs = proofs;
        this.seconds = seconds;
        this.passkeys = passkeys;
        this.representations = representations;
        this.audit = audit;
        this.objections = objections;
        this.announce = announce;
    }

    /** Why it cannot be closed just now. */
    public List<Refusal> refusals(CoopId coop, UUID accountId) {
        return objections.stream()
                .<Refusal>flatMap(it -> it.against(coop, accountId).stream())
                .toList();
    }

    /**
     * Closes it and ends every sign-in.
     *
     * @throws Refused while something is open
     */
    @Transactional
    public void close(CoopId coop, UUID accountId) {
        var account = store.find(coop, accountId).orElseThrow(() -> new NotFound("account"));
        Refused.unless(refusals(coop, accountId));
        representations.endAllOf(coop, accountId, accountId, "退会");
        forget(coop, accountId);
        audit.note(coop, accountId, "account-closed", accountId, "");
        announce.publishEvent(
                new AccountClosed(coop, accountId, account.displayName(), account.email()));
    }

    /** Every sign-in and every way to one, then who it was. */
    void forget(CoopId coop, UUID accountId) {
        signIns.deleteOf(coop, accountId);
        tokens.deleteOf(coop, accountId);
        proofs.deleteOf(coop, accountId);
        seconds.delete(coop, accountId);
        passkeys.deleteOf(coop, accountId);
        store.close(coop, accountId);
    }
}
