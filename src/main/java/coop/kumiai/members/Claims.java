package coop.kumiai.members;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 組合員コードの申し出: who registers and says to be a member already is compared with the co-op's register
 * by staff, and is told by mail what they found (N-JOIN-3).
 */
@Service
public class Claims {
    private final ClaimStore store;
    private final MemberStore members;
    private final Shares shares;
    private final Policies policies;
    private final Audit audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Claims(
            ClaimStore store,
            MemberStore members,
            Shares shares,
            Policies policies,
            Audit audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.shares = shares;
        this.policies = policies;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** Those that wait for a decision, the oldest first. */
    @Transactional(readOnly = true)
    public List<Claim> open(CoopId coop) {
        return store.open(coop);
    }

    /** What a member has claimed, if anything. */
    public Optional<Claim> of(CoopId coop, UUID memberId) {
        return store.find(coop, memberId);
    }

    /**
     * One claim for staff who decide on it; that they looked is written down.
     *
     * @throws NotFound when this member has claimed nothing
     */
    @Transactional
    public Claim lookAt(CoopId coop, UUID memberId, UUID staff) {
        var claim = claim(coop, memberId);
        audit.note(coop, staff, "claim.looked-at", memberId, "組合員コードの確認");
        return claim;
    }

    /** Who bears the claimed code already. */
    public Optional<Member> holder(CoopId coop, Claim claim) {
        return store.holder(coop, claim.code())
                .filter(it -> !it.memberId().equals(claim.member().memberId()));
    }

    /**
     * The register knows them by this code: they are a member from now on, and owe no share
     * capital.
     *
     * @throws Refused without a reason, when it was decided before, or when the code is another's
     */
    @Transactional
    public void confirm(CoopId coop, UUID memberId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new ClaimRefusal.NoReason());
        store.lockClaimants(coop, claim(coop, memberId).code());
        var claim = claim(coop, memberId);
        Refused.unless(ClaimRules.confirming(claim, holder(coop, claim)).stream().toList());
        store.join(coop, memberId, clock.instant());
        decide(coop, memberId, true, staff, why);
    }

    /**
     * The register does not know them so: they join like anybody new, and owe the share capital of
     * today's policy, which the driver collects (N-JOIN-1, N-JOIN-2).
     *
     * @throws Refused without a reason, or when it was decided before
     */
    @Transactional
    public void refuse(CoopId coop, UUID memberId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new ClaimRefusal.NoReason());
        members.lock(coop, memberId);
        Refused.unless(ClaimRules.undecided(claim(coop, memberId)).stream().toList());
        var units = policies.today(coop, ShareTerms.class).leastUnits();
        shares.subscribe(coop, memberId, units, "join:" + memberId);
        decide(coop, memberId, false, staff, why);
    }

    private void decide(CoopId coop, UUID memberId, boolean confirmed, UUID staff, String why) {
        store.decide(coop, memberId, new Claim.Decision(confirmed, why, clock.instant()), staff);
        announce.publishEvent(new ClaimDecided(coop, memberId));
        audit.note(coop, staff, confirmed ? "claim.confirmed" : "claim.refused", memberId, why);
    }

    private Claim claim(CoopId coop, UUID memberId) {
        return store.find(coop, memberId).orElseThrow(() -> new NotFound("claim"));
    }
}
