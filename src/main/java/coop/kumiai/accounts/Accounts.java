package coop.kumiai.accounts;

import coop.kumiai.accounts.Account.Kind;
import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Accounts of members and staff: opening, finding, passwords. Those of one co-op are nobody at
 * another, and those of the co-op's other services are not here at all (N-JOIN-4).
 */
@Service
public class Accounts {
    private final AccountStore store;
    private final MailProofs proofs;
    private final Passwords passwords;
    private final Presence presence;
    private final MailProofStore mails;
    private final AccessTokenStore tokens;
    private final OpenSignInStore signIns;
    private final AuditStore audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Accounts(
            AccountStore store,
            MailProofs proofs,
            Passwords passwords,
            Presence presence,
            MailProofStore mails,
            AccessTokenStore tokens,
            OpenSignInStore signIns,
            AuditStore audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.proofs = proofs;
        this.passwords = passwords;
        this.presence = presence;
        this.mails = mails;
        this.tokens = tokens;
        this.signIns = signIns;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    public Optional<Account> find(CoopId coop, UUID accountId) {
        return store.find(coop, accountId);
    }

    /**
     * @throws NotFound when the co-op has no such account
     */
    public Account get(CoopId coop, UUID accountId) {
        return find(coop, accountId).orElseThrow(() -> new NotFound("account"));
    }

    /** The account of an address, for staff and for the demo; never to answer a visitor with. */
    public Optional<Account> findByEmail(CoopId coop, Kind kind, String email) {
        return EmailAddress.read(email)
                .flatMap(it -> store.secured(coop, kind, it.folded()))
                .map(AccountStore.Secured::account);
    }

    /** What a member of staff may do where; empty for a member. */
    public Set<StaffRole> roles(CoopId coop, UUID accountId) {
        return store.roles(coop, accountId);
    }

    /**
     * Why a password that was typed twice is not taken.
     *
     * @param belongings words of its owner that it must not consist of
     */
    public List<PasswordRefusal> checkPassword(
            CoopId coop, String password, String again, List<String> belongings) {
        var refusals = passwords.check(coop, password, belongings);
        return refusals.isEmpty() && !password.equals(again)
                ? List.of(new PasswordRefusal.NotTheSameTwice())
                : refusals;
    }

    /**
     * The hash to keep of a password that was checked, while its owner is still filling in a form.
     */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /**
     * Opens the account that a mailed link leads to, in the transaction that makes the member.
     *
     * @param passwordHash of {@link #hash}
     * @throws Refused when the mail is used or expired, or the address has an account meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account register(CoopId coop, String token, String passwordHash, String displayName) {
        var proof = proofs.use(coop, Purpose.REGISTRATION, token);
        var account = insert(coop, Kind.MEMBER, proof.email(), passwordHash, displayName);
        audit.note(coop, account.accountId(), "registered", account.accountId(), "");
        announce.publishEvent(new AccountRegistered(coop, account.accountId()));
        return account;
    }

    /**
     * Opens a member's account whose address staff vouch for, without a password: its owner sets
     * one by the forgotten-password way.
     *
     * @throws Refused when the address is taken
     */
    @Transactional
    public Account createMember(CoopId coop, String email, String displayName) {
        return insert(coop, Kind.MEMBER, EmailAddress.require(email), null, displayName);
    }

    /**
     * The same with a password, which is taken as it is.
     *
     * @throws Refused when the address is taken
     */
    @Transactional
    public Account createMember(CoopId coop, String email, String password, String displayName) {
        var hash = passwords.hash(password);
        return insert(coop, Kind.MEMBER, EmailAddress.require(email), hash, displayName);
    }

    /**
     * Opens an account of staff.
     *
     * @throws Refused when the address is taken
     */
    @Transactional
    public Account createStaff(
            CoopId coop, String email, String password, String displayName, Set<StaffRole> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("staff without a role would pass for a member");
        }
        var hash = passwords.hash(password);
        var account = insert(coop, Kind.STAFF, EmailAddress.require(email), hash, displayName);
        roles.forEach(role -> store.insertRole(coop, account.accountId(), role));
        audit.note(coop, account.accountId(), "staff-created", account.accountId(), "");
        return account;
    }

    /**
     * The name that pages greet with follows the member's name; its owner is told of the change.
     */
    @Transactional
    public void rename(CoopId coop, UUID accountId, String displayName) {
        store.rename(coop, accountId, displayName);
        announce.publishEvent(new ProfileChanged(coop, accountId));
    }

    /**
     * Changes a password and ends every sign-in of the account, this one too: begin a new one for
     * the account that is returned.
     *
     * <p>A refusal rolls nothing back: nothing was changed before it, and a wrong try stays
     * counted.
     *
     * @throws Refused when the present one is wrong or the new one is not taken
     */
    @Transactional(noRollbackFor = Refused.class)
    public Account changePassword(
            CoopId coop, UUID accountId, Present present, String next, String again) {
        presence.require(coop, accountId, present);
        return setPassword(coop, get(coop, accountId), next, again, "password-changed");
    }

    /**
     * Sets the new password that a mailed link leads to (N-REG-5), typed twice, and ends every
     * sign-in. A change of the address that waits is off: its owner may not have asked for it.
     *
     * @throws Refused when the mail is used or expired, or the password is not taken
     */
    @Transactional
    public Account recover(CoopId coop, String token, String next, String again) {
        var proof = proofs.use(coop, Purpose.RECOVERY, token);
        var account = get(coop, proof.accountId().orElseThrow(() -> new NotFound("account")));
        var changed = setPassword(coop, account, next, again, "password-recovered");
        mails.useAllOf(coop, account.accountId(), Purpose.EMAIL_CHANGE, clock.instant());
        return changed;
    }

    /**
     * Sets the password of staff who were handed a first one, typed twice; the first opens nothing
     * any more. They sign in by it, with the second factor.
     *
     * @throws Refused when the first is used or expired, or the new one is it, or is not taken
     */
    @Transactional
    public void replaceFirstPassword(CoopId coop, String token, String next, String again) {
        var proof = proofs.use(coop, Purpose.FIRST_PASSWORD, token);
        if (proofs.isTemporaryPassword(coop, proof, next)) {
            throw Refused.because(new PasswordRefusal.HandedOut());
        }
        var account = get(coop, proof.accountId().orElseThrow(() -> new NotFound("account")));
        setPassword(coop, account, next, again, "first-password-replaced");
    }

    private Account setPassword(
            CoopId coop, Account account, String next, String again, String action) {
        Refused.unless(
                checkPassword(coop, next, again, List.of(account.email(), account.displayName())));
        store.changePassword(coop, account.accountId(), hash(next), clock.instant());
        tokens.deleteOf(coop, account.accountId());
        signIns.deleteOf(coop, account.accountId());
        audit.note(coop, account.accountId(), action, account.accountId(), "");
        announce.publishEvent(new PasswordChanged(coop, account.accountId()));
        return get(coop, account.accountId());
    }

    private Account insert(
            CoopId coop,
            Kind kind,
            EmailAddress email,
            @Nullable String passwordHash,
            String displayName) {
        var account = new Account(Ids.next(clock), kind, email.address(), displayName, 0);
        if (!store.insert(coop, account, passwordHash, clock.instant())) {
            throw Refused.because(new AccountRefusal.AlreadyRegistered());
        }
        return account;
    }
}
