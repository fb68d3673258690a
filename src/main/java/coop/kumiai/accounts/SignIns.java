package coop.kumiai.accounts;

import coop.kumiai.accounts.Account.Kind;
import coop.kumiai.accounts.AccountStore.Secured;
import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.Throttle.Tried;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;

import java.util.Optional;
import java.util.UUID;

/**
 * The door: e-mail and password. Tries are slowed down by account and by network address; an
 * unknown address costs the same work and gets the same answer as a wrong password. No transaction
 * is open while a password is hashed.
 */
@Service
public class SignIns {
    private final AccountStore store;
    private final Passwords passwords;
    private final Throttle throttle;
    private final DeviceMarks devices;
    private final MailProofs proofs;
    private final EmailChanges emails;
    private final SecondFactors seconds;
    private final Policies policies;

    SignIns(
            AccountStore store,
            Passwords passwords,
            Throttle throttle,
            DeviceMarks devices,
            MailProofs proofs,
            EmailChanges emails,
            SecondFactors seconds,
            Policies policies) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.devices = devices;
        this.proofs = proofs;
        this.emails = emails;
        this.seconds = seconds;
        this.policies = policies;
    }

    /**
     * Checks a member's password.
     *
     * @throws Refused when it is wrong, or one must wait
     */
    public Entry enter(CoopId coop, SignInTry attempt) {
        return signIn(coop, Kind.MEMBER, attempt);
    }

    /**
     * Checks a member's password where nothing can follow it: for an app.
     *
     * @throws Refused when it is wrong, or one must wait, or go on in a browser
     */
    public Account member(CoopId coop, SignInTry attempt) {
        return switch (enter(coop, attempt)) {
            case Entry.In(var account) -> account;
            case Entry.SecondStep step -> throw Refused.because(new SignInRefusal.OnThePages());
            case Entry.NewPassword anew -> throw Refused.because(new SignInRefusal.OnThePages());
        };
    }

    /**
     * Checks a password of staff.
     *
     * @throws Refused when it is wrong, or one must wait
     */
    public Entry staff(CoopId coop, SignInTry attempt) {
        return signIn(coop, Kind.STAFF, attempt);
    }

    /** What a browser keeps after a sign-in, so that strangers' wrong tries never hold it up. */
    public String deviceMark(CoopId coop, UUID accountId) {
        return devices.make(coop, accountId);
    }

    private Entry signIn(CoopId coop, Kind kind, SignInTry attempt) {
        var email = EmailAddress.read(attempt.email());
        var found = email.flatMap(it -> store.secured(coop, kind, it.folded()));
        var tried =
                mark(coop, attempt, found)
                        .orElseGet(
                                () ->
                                        new Tried.ByStranger(
                                                kind.code() + ":" + folded(email),
                                                attempt.networkAddress()));
        throttle.admit(coop, tried);
        var hash = found.map(Secured::passwordHash).orElse(null);
        var right = passwords.matches(attempt.password(), hash);
        var temporary = right ? Optional.<MailProof>empty() : temporary(coop, attempt, found);
        if (!right && temporary.isEmpty()) {
            throw Refused.because(new SignInRefusal.Wrong());
        }
        throttle.forgive(coop, tried);
        return temporary
                .<Entry>map(it -> new Entry.NewPassword(proofs.token(coop, it)))
                .orElseGet(() -> in(coop, found.orElseThrow().account()));
    }

    /**
     * What holds for every way of signing in, a passkey too.
     *
     * @throws Refused while a new address waits for its confirmation and the co-op wants it so
     */
    public void requireOpen(CoopId coop, Account account) {
        var terms = policies.today(coop, ChangeTerms.class);
        if (terms.meanwhile() == ChangeTerms.Meanwhile.NOBODY
                && emails.pending(coop, account.accountId()).isPresent()) {
            throw Refused.because(new SignInRefusal.EmailUnconfirmed(terms.emailValid()));
        }
    }

    private Entry in(CoopId coop, Account account) {
        requireOpen(coop, account);
        return seconds.asked(coop, account)
                .<Entry>map(way -> new Entry.SecondStep(account, way))
                .orElseGet(() -> new Entry.In(account));
    }

    /** Of members only where the co-op mails such passwords; staff are handed their first one. */
    private Optional<MailProof> temporary(CoopId coop, SignInTry attempt, Optional<Secured> found) {
        return found.map(Secured::account)
                .filter(it -> it.kind() == Kind.STAFF || mailsPasswords(coop))
                .flatMap(
                        it ->
                                proofs.byTemporaryPassword(
                                        coop,
                                        it.accountId(),
                                        it.kind() == Kind.STAFF
                                                ? Purpose.FIRST_PASSWORD
                                                : Purpose.RECOVERY,
                                        attempt.password()));
    }

    private boolean mailsPasswords(CoopId coop) {
        return policies.today(coop, RecoveryTerms.class).way()
                == RecoveryTerms.Way.TEMPORARY_PASSWORD;
    }

    /** The mark of a browser that has signed in to just this account before. */
    private Optional<Tried> mark(CoopId coop, SignInTry attempt, Optional<Secured> found) {
        return found.map(Secured::account)
                .flatMap(
                        account ->
                                attempt.knownDevice()
                                        .filter(it -> devices.isOf(coop, account.accountId(), it)))
                .map(it -> new Tried.ByKnownDevice("device:" + it));
    }

    /** What was typed for an address may be anything and of any length. */
    private static String folded(Optional<EmailAddress> email) {
        return email.map(EmailAddress::folded).orElse("no address");
    }
}
