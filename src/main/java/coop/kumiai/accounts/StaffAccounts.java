package coop.kumiai.accounts;

import coop.kumiai.accounts.Account.Kind;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * 職員のアカウント from the first password to the end. Managers look after those of their own store, the
 * office's after all, nobody after themselves. Each change has its reason in the trail and ends all
 * sign-ins of the account: what somebody may do is part of a sign-in.
 */
@Service
public class StaffAccounts {
    private final StaffStore staff;
    private final AccountStore accounts;
    private final ClosingAccounts closing;
    private final MailProofs proofs;
    private final OpenSignInStore signIns;
    private final Audit audit;
    private final Policies policies;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    StaffAccounts(
            StaffStore staff,
            AccountStore accounts,
            ClosingAccounts closing,
            MailProofs proofs,
            OpenSignInStore signIns,
            Audit audit,
            Policies policies,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.staff = staff;
        this.accounts = accounts;
        this.closing = closing;
        this.proofs = proofs;
        this.signIns = signIns;
        this.audit = audit;
        this.policies = policies;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Opens an account, for whoever runs the installation.
     *
     * @return the first password; nobody can read it again
     * @throws Refused when the address is taken
     */
    @Transactional
    public String open(CoopId coop, String email, String name, Set<StaffRole> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("staff without a role would be nobody");
        }
        var address = EmailAddress.require(email).address();
        var account = new Account(Ids.next(clock), Kind.STAFF, address, name, 0);
        if (!accounts.insert(coop, account, null, clock.instant())) {
            throw Refused.because(new AccountRefusal.AlreadyRegistered());
        }
        roles.forEach(role -> accounts.insertRole(coop, account.accountId(), role));
        audit.note(coop, account.accountId(), "staff-created", account.accountId(), "");
        return proofs.firstPassword(coop, account);
    }

    /**
     * Another first password for who has let theirs pass and has none of their own, for whoever
     * runs the installation: without it a co-op whose first manager was late would stay shut.
     */
    @Transactional
    public Optional<String> openAgain(CoopId coop, UUID accountId) {
        return staff.find(coop, accountId)
                .filter(it -> !it.hasPassword() && !proofs.hasFirstPassword(coop, accountId))
                .map(it -> proofs.firstPassword(coop, account(coop, accountId)));
    }

    /** Those whom a manager looks after, at least in part. */
    public List<StaffMember> of(CoopId coop, UUID manager) {
        var rules = rules(coop, manager);
        return staff.all(coop).stream().filter(it -> rules.sees(it.roles())).toList();
    }

    /**
     * One of them.
     *
     * @throws NotFound for anybody else's
     */
    public StaffMember get(CoopId coop, UUID manager, UUID accountId) {
        return staff.find(coop, accountId)
                .filter(it -> rules(coop, manager).sees(it.roles()))
                .orElseThrow(() -> new NotFound("staff"));
    }

    /**
     * What concerns all staff is for managers of the office alone.
     *
     * @throws Refused for those of another store
     */
    public void requireOffice(CoopId coop, UUID manager) {
        var office = policies.today(coop, StaffTerms.class).office();
        if (!manages(coop, manager, office)) {
            throw Refused.because(new StaffRefusal.OfAnotherStore());
        }
    }

    /** Whether roles of a store are this manager's to give and to take. */
    public boolean manages(CoopId coop, UUID manager, String storeId) {
        return rules(coop, manager).manages(storeId);
    }

    /** Whether the whole account is this manager's to end. */
    public boolean managesAll(CoopId coop, UUID manager, StaffMember member) {
        return !manager.equals(member.accountId())
                && rules(coop, manager).managesAll(member.roles());
    }

    /**
     * A role more.
     *
     * @throws Refused without a reason, at another manager's store, or for oneself
     */
    @Transactional
    public void give(CoopId coop, UUID accountId, StaffRole role, UUID manager, String reason) {
        var why = audit.reason(coop, reason, new StaffRefusal.NoReason());
        var member = held(coop, manager, accountId);
        requireStore(coop, manager, role);
        if (!member.roles().contains(role)) {
            accounts.insertRole(coop, accountId, role);
            changed(coop, accountId, manager, "staff.role-given", words(role, why));
        }
    }

    /**
     * A role less; the last one ends with the account only.
     *
     * @throws Refused without a reason, at another manager's store, for oneself, or the last
     */
    @Transactional
    public void take(CoopId coop, UUID accountId, StaffRole role, UUID manager, String reason) {
        var why = audit.reason(coop, reason, new StaffRefusal.NoReason());
        var member = held(coop, manager, accountId);
        requireStore(coop, manager, role);
        if (member.roles().equals(Set.of(role))) {
            throw Refused.because(new StaffRefusal.LastRole());
        }
        if (member.roles().contains(role)) {
            staff.deleteRole(coop, accountId, role);
            changed(coop, accountId, manager, "staff.role-taken", words(role, why));
        }
    }

    /**
     * A new first password for who has forgotten theirs, which opens nothing any more. Its owner is
     * told by mail.
     *
     * @return nobody can read it again
     * @throws Refused without a reason, for staff of another store too, or for oneself
     */
    @Transactional
    public String newFirstPassword(CoopId coop, UUID accountId, UUID manager, String reason) {
        var why = audit.reason(coop, reason, new StaffRefusal.NoReason());
        requireAll(coop, manager, held(coop, manager, accountId));
        staff.dropPassword(coop, accountId);
        changed(coop, accountId, manager, "staff.first-password", why);
        announce.publishEvent(new PasswordChanged(coop, accountId));
        return proofs.firstPassword(coop, account(coop, accountId));
    }

    /**
     * Ends the account: nobody signs in by it again. What they did stays in the trail under their
     * name.
     *
     * @throws Refused without a reason, for staff of another store too, or for oneself
     */
    @Transactional
    public void end(CoopId coop, UUID accountId, UUID manager, String reason) {
        var why = audit.reason(coop, reason, new StaffRefusal.NoReason());
        requireAll(coop, manager, held(coop, manager, accountId));
        staff.deleteRoles(coop, accountId);
        closing.forget(coop, accountId);
        audit.note(coop, manager, "staff.ended", accountId, why);
    }

    /** Somebody of staff has signed in just now. */
    @Transactional
    public void noteSignIn(CoopId coop, UUID accountId) {
        staff.noteSignIn(coop, accountId, clock.instant());
    }

    private void changed(CoopId coop, UUID accountId, UUID manager, String action, String why) {
        staff.raiseGeneration(coop, accountId);
        signIns.deleteOf(coop, accountId);
        audit.note(coop, manager, action, accountId, why);
    }

    /** Both are held: two managers who change each other do so one after the other. */
    private StaffMember held(CoopId coop, UUID manager, UUID accountId) {
        staff.lock(coop, List.of(manager, accountId));
        var member = get(coop, manager, accountId);
        if (manager.equals(accountId)) {
            throw Refused.because(new StaffRefusal.Yourself());
        }
        return member;
    }

    private void requireStore(CoopId coop, UUID manager, StaffRole role) {
        if (!manages(coop, manager, role.storeId())) {
            throw Refused.because(new StaffRefusal.OfAnotherStore());
        }
    }

    private void requireAll(CoopId coop, UUID manager, StaffMember member) {
        if (!managesAll(coop, manager, member)) {
            throw Refused.because(new StaffRefusal.OfAnotherStore());
        }
    }

    private StaffRules rules(CoopId coop, UUID manager) {
        var office = policies.today(coop, StaffTerms.class).office();
        return new StaffRules(accounts.roles(coop, manager), office);
    }

    private Account account(CoopId coop, UUID accountId) {
        return accounts.find(coop, accountId).orElseThrow(() -> new NotFound("account"));
    }

    private static String words(StaffRole role, String why) {
        return "%s %s（%s）".formatted(role.kind().label(), role.storeId(), why);
    }
}
