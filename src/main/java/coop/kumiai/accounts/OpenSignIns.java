package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * ご利用中の端末: every browser in which an account is signed in, seen and ended by its owner. A session
 * whose row has gone is nobody, whatever cookie comes with it.
 */
@Service
public class OpenSignIns {
    /** The last use is written down no more often than this: reading a page must not write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final OpenSignInStore store;
    private final AccessTokenStore tokens;
    private final AuditStore audit;
    private final Policies policies;
    private final Clock clock;

    OpenSignIns(
            OpenSignInStore store,
            AccessTokenStore tokens,
            AuditStore audit,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.audit = audit;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Begins one for somebody who has just proved who they are.
     *
     * @param userAgent what the browser says of itself
     */
    @Transactional
    public OpenSignIn begin(CoopId coop, UUID accountId, String userAgent) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var signIn =
                new OpenSignIn(
                        Ids.next(clock), accountId, DeviceWords.of(userAgent), now, now, now);
        store.insert(coop, signIn, now.plus(policies.today(coop, ProofTerms.class).signInAnew()));
        return signIn;
    }

    /** The sign-in while it counts; noted as used. */
    public Optional<OpenSignIn> use(CoopId coop, UUID signInId, UUID accountId, int generation) {
        var now = clock.instant();
        var found = store.find(coop, signInId, accountId, generation, now);
        found.filter(it -> it.lastUsedAt().plus(NOTED_EVERY).isBefore(now))
                .ifPresent(it -> store.noteUse(coop, signInId, now));
        return found;
    }

    /** Whether the sign-in still counts; that somebody asks is no use of it. */
    public boolean isOpen(CoopId coop, UUID signInId, UUID accountId, int generation) {
        return store.find(coop, signInId, accountId, generation, clock.instant()).isPresent();
    }

    /** All of an account that have not run out, the last used first. */
    public List<OpenSignIn> of(CoopId coop, UUID accountId) {
        var now = clock.instant();
        var idle = policies.today(coop, SignInTerms.class).sessionIdle();
        return store.of(coop, accountId, now.minus(idle), now);
    }

    /** Somebody has proved anew, at this browser, who they are. */
    @Transactional
    public void prove(CoopId coop, UUID signInId) {
        if (!store.noteProof(coop, signInId, clock.instant())) {
            throw new NotFound("sign-in");
        }
    }

    /** Whether the last proof is recent enough for what only the owner may change. */
    public boolean isRecent(CoopId coop, OpenSignIn signIn, boolean whileTyping) {
        var terms = policies.today(coop, ProofTerms.class);
        var longest = whileTyping ? terms.recent().plus(terms.typing()) : terms.recent();
        return clock.instant().isBefore(signIn.provedAt().plus(longest));
    }

    /** Ends one; what has ended already stays so. */
    @Transactional
    public void end(CoopId coop, UUID accountId, UUID signInId) {
        if (store.delete(coop, accountId, signInId)) {
            audit.note(coop, accountId, "sign-in-ended", accountId, "");
        }
    }

    /**
     * Ends all of an account for its owner, who has called: a lost phone (7.4.5 of ASVS).
     *
     * @param staff who does it
     */
    @Transactional
    public void endAll(CoopId coop, UUID accountId, UUID staff, String reason) {
        store.deleteOf(coop, accountId);
        tokens.deleteOf(coop, accountId);
        audit.note(coop, staff, "sign-in.ended", accountId, reason);
    }

    /** Ends all but one, the apps' tokens too. */
    @Transactional
    public void endOthers(CoopId coop, UUID accountId, UUID kept) {
        store.deleteOthers(coop, accountId, kept);
        tokens.deleteOf(coop, accountId);
        audit.note(coop, accountId, "other-sign-ins-ended", accountId, "");
    }
}
