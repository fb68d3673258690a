package coop.kumiai.membership;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.accounts.SecondFactors;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.BirthDate;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 電話でのご案内 (M-LOGIN-2): what staff do for a member who cannot sign in, each time after the caller
 * has said who they are, with a reason. Caller and register are compared here, and every try is
 * written down, a wrong one too. Who guesses has to wait: for one member, and for one member of
 * staff, only so many tries may be wrong in a time, and until it is over a right one counts as
 * little.
 */
@Service
public class PhoneHelp {
    private final Members members;
    private final Accounts accounts;
    private final OpenSignIns signIns;
    private final SecondFactors seconds;
    private final CallerTryStore tries;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    PhoneHelp(
            Members members,
            Accounts accounts,
            OpenSignIns signIns,
            SecondFactors seconds,
            CallerTryStore tries,
            Policies policies,
            Audit audit,
            Clock clock) {
        this.members = members;
        this.accounts = accounts;
        this.signIns = signIns;
        this.seconds = seconds;
        this.tries = tries;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The forgotten e-mail address, to be told.
     *
     * <p>A refusal rolls nothing back: the wrong try stays written down.
     *
     * @throws Refused without a reason, for another person, after too many of them, or without My
     *     Page
     */
    @Transactional(noRollbackFor = Refused.class)
    public String tellEmail(CoopId coop, UUID memberId, Caller caller, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoReason());
        var account = confirmed(coop, memberId, caller, staff, why);
        audit.note(coop, staff, "sign-in.email-told", memberId, why);
        return accounts.get(coop, account).email();
    }

    /**
     * Ends every sign-in, where a phone was lost.
     *
     * @throws Refused like {@link #tellEmail}
     */
    @Transactional(noRollbackFor = Refused.class)
    public void endSignIns(CoopId coop, UUID memberId, Caller caller, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoReason());
        signIns.endAll(coop, confirmed(coop, memberId, caller, staff, why), staff, why);
    }

    /**
     * Drops a lost second factor; who may be signed in with it is so no more.
     *
     * @throws Refused like {@link #tellEmail}
     */
    @Transactional(noRollbackFor = Refused.class)
    public void dropSecondFactor(
            CoopId coop, UUID memberId, Caller caller, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoReason());
        var account = confirmed(coop, memberId, caller, staff, why);
        seconds.drop(coop, account, staff, why);
        signIns.endAll(coop, account, staff, why);
    }

    /** The account of a member who is the caller. */
    private UUID confirmed(CoopId coop, UUID memberId, Caller caller, UUID staff, String reason) {
        var member = members.get(coop, memberId);
        var wait = longer(held(coop, memberId, staff));
        if (wait.isPresent()) {
            audit.note(coop, staff, "sign-in.caller-not-tried", memberId, reason);
            throw Refused.because(new PhoneHelpRefusal.TooManyCallers(wait.get()));
        }
        if (!is(member, caller)) {
            tries.count(coop, memberId);
            tries.count(coop, staff);
            audit.note(coop, staff, "sign-in.caller-not-confirmed", memberId, reason);
            throw Refused.because(new PhoneHelpRefusal.IdentityNotConfirmed());
        }
        return member.accountId()
                .orElseThrow(() -> Refused.because(new PhoneHelpRefusal.NoMyPageToHelp()));
    }

    /** Until when to wait, by what counts for the member and for the member of staff. */
    private List<Optional<Instant>> held(CoopId coop, UUID memberId, UUID staff) {
        var terms = policies.today(coop, PhoneHelpTerms.class);
        var now = clock.instant();
        var from = now.minus(terms.within());
        var ofMember = tries.lock(coop, memberId, from, now);
        var ofStaff = tries.lock(coop, staff, from, now);
        return List.of(
                until(ofMember, terms.triesOfMember(), terms.within()),
                until(ofStaff, terms.triesOfStaff(), terms.within()));
    }

    private static Optional<Instant> until(CallerTryStore.Tries tries, int most, Duration within) {
        return tries.wrong() < most ? Optional.empty() : Optional.of(tries.since().plus(within));
    }

    private static Optional<Instant> longer(List<Optional<Instant>> waits) {
        return waits.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private boolean is(Member member, Caller caller) {
        var born = BirthDate.read(caller.birthDate(), LocalDate.now(clock));
        var phone = PhoneNumber.read(caller.phone());
        return born.filter(member.birthDate()::equals).isPresent()
                && phone.filter(member.phone()::equals).isPresent();
    }
}
