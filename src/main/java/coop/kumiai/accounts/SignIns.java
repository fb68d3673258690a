package coop.kumiai.accounts;

import coop.kumiai.accounts.Account.Kind;
import coop.kumiai.accounts.AccountStore.Secured;
import coop.kumiai.accounts.Throttle.Tried;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;

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

    SignIns(AccountStore store, Passwords passwords, Throttle throttle, DeviceMarks devices) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.devices = devices;
    }

    /**
     * Checks a member's password.
     *
     * @throws Refused when it is wrong, or one must wait
     */
    public Account member(CoopId coop, SignInTry attempt) {
        return signIn(coop, Kind.MEMBER, attempt);
    }

    /**
     * Checks a password of staff.
     *
     * @throws Refused when it is wrong, or one must wait
     */
    public Account staff(CoopId coop, SignInTry attempt) {
        return signIn(coop, Kind.STAFF, attempt);
    }

    /** What a browser keeps after a sign-in, so that strangers' wrong tries never hold it up. */
    public String deviceMark(CoopId coop, UUID accountId) {
        return devices.make(coop, accountId);
    }

    private Account signIn(CoopId coop, Kind kind, SignInTry attempt) {
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
        if (!passwords.matches(attempt.password(), hash)) {
            throw Refused.because(new SignInRefusal.Wrong());
        }
        throttle.forgive(coop, tried);
        return found.orElseThrow().account();
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
