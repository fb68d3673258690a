package coop.kumiai.membership;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Alike;
import coop.kumiai.members.Joiner;
import coop.kumiai.members.MemberRegister;
import coop.kumiai.members.ShareLimits;
import coop.kumiai.members.ShareTerms;
import coop.kumiai.membership.JoinApplication.State;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 加入申込 (M-USE-4): anybody sends the form, staff take, check and decide it. Who is accepted owes the
 * share capital and is a member once it is paid (M-USE-3).
 */
@Service
public class JoinApplications {
    private static final int MOST_SHOWN = 200;
    private static final int NUMBERS = 100_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ApplicationStore store;
    private final MemberRegister register;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    JoinApplications(
            ApplicationStore store,
            MemberRegister register,
            Policies policies,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.register = register;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was typed, put right, without keeping it: for the page that asks back.
     *
     * @throws Refused with everything that is missing or wrong
     */
    public JoinForm check(CoopId coop, TypedJoinForm typed) {
        var refusals = new ArrayList<Refusal>();
        Optional<Joiner> joiner = Optional.empty();
        try {
            joiner = Optional.of(register.check(typed.joiner()));
        } catch (Refused refused) {
            refusals.addAll(refused.refusals());
        }
        refusals.addAll(
                JoinRules.check(
                        typed,
                        policies.today(coop, JoinFormTerms.class),
                        policies.today(coop, ShareTerms.class),
                        policies.today(coop, ShareLimits.class)));
        Refused.unless(refusals);
        return new JoinForm(
                joiner.orElseThrow(),
                EmailAddress.require(typed.email()),
                JapaneseText.tidy(typed.workplace()),
                JoinRules.units(typed.units()).orElseThrow());
    }

    /**
     * Takes a form. Sent twice, it is one application; that staff wrote it down for somebody stands
     * in the trail.
     *
     * @param requestKey of the form that was shown
     * @param takenBy who of the staff wrote it down, if anybody
     * @throws Refused with everything that is missing or wrong
     */
    @Transactional
    public JoinApplication receive(
            CoopId coop, TypedJoinForm typed, String requestKey, Optional<UUID> takenBy) {
        var form = check(coop, typed);
        var before = store.byKey(coop, requestKey);
        while (before.isEmpty()) {
            var application = received(form, takenBy);
            if (store.insert(coop, application, requestKey)) {
                takenBy.ifPresent(staff -> noteTaken(coop, staff, application));
            }
            before = store.byKey(coop, requestKey);
        }
        return before.get();
    }

    private void noteTaken(CoopId coop, UUID staff, JoinApplication application) {
        audit.note(
                coop,
                staff,
                "application.taken",
                application.applicationId(),
                "職員による入力（受付番号%s）".formatted(application.number()));
    }

    /** Applications in one state. */
    public List<JoinApplication> all(CoopId coop, State state) {
        return store.all(coop, state, MOST_SHOWN);
    }

    /**
     * @throws NotFound when the co-op has no such application
     */
    public JoinApplication get(CoopId coop, UUID applicationId) {
        return store.find(coop, applicationId).orElseThrow(() -> new NotFound("application"));
    }

    /** Members who may be the same person, most alike first: to be compared side by side. */
    public List<Alike> alike(CoopId coop, JoinApplication application) {
        var joiner = application.form().joiner();
        return register.alike(coop, joiner.name(), joiner.phone(), joiner.birthDate()).stream()
                .filter(it -> !application.memberId().equals(Optional.of(it.member().memberId())))
                .toList();
    }

    /**
     * 承認: enters the applicant into the register; the share capital is due from now on.
     *
     * @param reason how it was checked, for the trail
     * @return the new member
     * @throws Refused without a reason, or when somebody decided it already
     */
    @Transactional
    public UUID accept(CoopId coop, UUID applicationId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoCheck());
        var application = open(coop, applicationId);
        var form = application.form();
        var member = register.enrol(coop, form.joiner(), form.units());
        decide(coop, applicationId, State.ACCEPTED, staff, "", Optional.of(member.memberId()));
        var trail = "%s（受付番号%s）".formatted(why, application.number());
        audit.note(coop, staff, "application.accepted", member.memberId(), trail);
        return member.memberId();
    }

    /**
     * お断り, with the reason.
     *
     * @throws Refused without a reason, or when somebody decided it already
     */
    @Transactional
    public void refuse(CoopId coop, UUID applicationId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new MembershipRefusal.NoReason());
        open(coop, applicationId);
        decide(coop, applicationId, State.REFUSED, staff, why, Optional.empty());
        audit.note(coop, staff, "application.refused", applicationId, why);
    }

    private JoinApplication open(CoopId coop, UUID applicationId) {
        var application =
                store.lock(coop, applicationId).orElseThrow(() -> new NotFound("application"));
        if (application.state() != State.RECEIVED) {
            throw Refused.because(new MembershipRefusal.AlreadyDecided());
        }
        return application;
    }

    private void decide(
            CoopId coop,
            UUID applicationId,
            State state,
            UUID staff,
            String reason,
            Optional<UUID> memberId) {
        if (!store.decide(
                coop,
                applicationId,
                state,
                staff,
                reason,
                memberId.orElse(null),
                clock.instant())) {
            throw new IllegalStateException("an application did not change");
        }
    }

    private JoinApplication received(JoinForm form, Optional<UUID> takenBy) {
        return new JoinApplication(
                Ids.next(clock),
                "%08d".formatted(RANDOM.nextInt(NUMBERS)),
                form,
                takenBy,
                clock.instant(),
                State.RECEIVED,
                "",
                Optional.empty());
    }
}
