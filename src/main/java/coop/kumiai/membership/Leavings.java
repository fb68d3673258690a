package coop.kumiai.membership;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.Representations;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.members.Members;
import coop.kumiai.members.Shares;
import coop.kumiai.membership.Leaving.Ground;
import coop.kumiai.membership.Leaving.Step;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 脱退 (M-LEAVE-1, N-REG-7), handled by staff: notice, the end of the fiscal year, paying back. With
 * the last yen paid back My Page and card end.
 */
@Service
public class Leavings {
    private final LeavingStore store;
    private final Members members;
    private final MemberRegister register;
    private final Shares shares;
    private final List<LeavingObstacle> obstacles;
    private final Representations representations;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    Leavings(
            LeavingStore store,
            Members members,
            MemberRegister register,
            Shares shares,
            List<LeavingObstacle> obstacles,
            Representations representations,
            Policies policies,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.register = register;
        this.shares = shares;
        this.obstacles = obstacles;
        this.representations = representations;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The notice of a member that stands. */
    public Optional<Leaving> of(CoopId coop, UUID memberId) {
        return store.of(coop, memberId);
    }

    /** All that are not paid back yet, the nearest first. */
    public List<Leaving> underWay(CoopId coop) {
        return store.underWay(coop);
    }

    /** The day with which a wish of today takes effect, to be said before it is taken. */
    public LocalDate effectiveOn(CoopId coop, Ground ground) {
        var today = LocalDate.now(clock);
        return ground.isByLaw()
                ? today
                : policies.at(coop, LeavingTerms.class, today).effectiveOn(today);
    }

    /**
     * Takes a notice (届出) today.
     *
     * @param reason why staff write it down, for the trail
     * @throws Refused without a reason, for who is no member or has given notice already, or while
     *     something such as an open order stands in the way
     */
    @Transactional
    public Leaving notice(
            CoopId coop, UUID memberId, Ground ground, UUID staff, String note, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoReason());
        var member = members.get(coop, memberId);
        if (!member.hasJoined()) {
            throw Refused.because(new LeavingRefusal.NoMemberToLeave());
        }
        if (!ground.isByLaw()) {
            Refused.unless(obstacles(coop, member));
        }
        var leaving =
                new Leaving(
                        Ids.next(clock),
                        memberId,
                        ground,
                        LocalDate.now(clock),
                        effectiveOn(coop, ground),
                        staff,
                        JapaneseText.tidy(note),
                        Step.NOTICED);
        if (!store.insert(coop, leaving, clock.instant())) {
            throw Refused.because(new LeavingRefusal.NoMemberToLeave());
        }
        var trail = "%s（%s）".formatted(ground.label(), why);
        audit.note(coop, staff, "member.leaving-noticed", memberId, trail);
        return leaving;
    }

    /**
     * The member stays after all.
     *
     * @throws Refused without a reason
     */
    @Transactional
    public void withdraw(CoopId coop, UUID memberId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoReason());
        var leaving = standing(coop, memberId, Step.NOTICED);
        store.withdraw(coop, leaving.leavingId(), clock.instant());
        audit.note(coop, staff, "member.leaving-withdrawn", memberId, why);
    }

    /**
     * Ends the memberships whose day is over. Who has an open order by then is left for another
     * day.
     *
     * @return how many have left
     */
    @Transactional
    public int effect(CoopId coop) {
        var left = 0;
        for (var leaving : store.endedBefore(coop, LocalDate.now(clock))) {
            if (obstacles(coop, members.get(coop, leaving.memberId())).isEmpty()) {
                end(coop, leaving);
                left++;
            }
        }
        return left;
    }

    /**
     * Pays back all that is owed to somebody who has left. Asked for again, it changes nothing.
     *
     * @param ref how it was paid, such as the number of the transfer
     * @throws Refused without a reason, or before the membership has ended
     */
    @Transactional
    public void payBack(CoopId coop, UUID memberId, UUID staff, String ref, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoReason());
        var leaving = store.of(coop, memberId).orElseThrow(() -> new NotFound("leaving"));
        if (leaving.step() == Step.PAID_BACK) {
            return;
        }
        var owed = shares.holding(coop, memberId).owed().yen();
        if (leaving.step() != Step.EFFECTED) {
            throw Refused.because(new LeavingRefusal.NotToBePaidBack(owed));
        }
        if (!owed.isZero()) {
            shares.payBack(coop, memberId, owed, staff, "leave-back:" + leaving.leavingId(), ref);
        }
        store.payBack(coop, leaving.leavingId(), clock.instant());
        audit.note(coop, staff, "member.paid-back", memberId, why);
    }

    private void end(CoopId coop, Leaving leaving) {
        var staff = leaving.takenBy();
        shares.cancelDue(coop, leaving.memberId(), "leave-due:" + leaving.leavingId(), staff, "脱退");
        register.leave(coop, leaving.memberId(), staff);
        members.get(coop, leaving.memberId())
                .accountId()
                .ifPresent(it -> representations.endAllOf(coop, it, staff, "脱退"));
        store.effect(coop, leaving.leavingId(), clock.instant());
        audit.note(coop, staff, "member.left", leaving.memberId(), leaving.ground().label());
    }

    private Leaving standing(CoopId coop, UUID memberId, Step step) {
        return store.of(coop, memberId)
                .filter(it -> it.step() == step)
                .orElseThrow(() -> new NotFound("leaving"));
    }

    private List<Refusal> obstacles(CoopId coop, Member member) {
        return obstacles.stream()
                .<Refusal>flatMap(it -> it.against(coop, member).stream())
                .toList();
    }
}
