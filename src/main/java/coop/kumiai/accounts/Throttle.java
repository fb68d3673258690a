package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Slows down whoever guesses passwords or floods mailboxes. A try is counted before it is judged,
 * so that a hundred at once are a hundred; a try that was told to wait is not counted, so that
 * hammering never lengthens the wait of the one who is locked out by it.
 */
@Component
class Throttle {
    private final TryStore store;
    private final Policies policies;
    private final Clock clock;

    Throttle(TryStore store, Policies policies, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Counts a try to sign in.
     *
     * @throws Refused when one must wait
     */
    @Transactional
    public void admitSignIn(CoopId coop, String account, String networkAddress) {
        var terms = policies.today(coop, SignInTerms.class);
        admit(coop, network(networkAddress), terms.freeTriesPerNetwork(), terms);
        admit(coop, account, terms.freeTries(), terms);
    }

    /** A right password: its try was none, and the account's wrong ones are forgotten. */
    @Transactional
    public void forgive(CoopId coop, String account, String networkAddress) {
        store.takeBack(coop, network(networkAddress));
        store.delete(coop, account);
    }

    /**
     * Counts a try of the present password by somebody signed in.
     *
     * @throws Refused when one must wait
     */
    @Transactional
    public void admitPresent(CoopId coop, UUID accountId) {
        var terms = policies.today(coop, SignInTerms.class);
        admit(coop, present(accountId), terms.freeTries(), terms);
    }

    @Transactional
    public void forgivePresent(CoopId coop, UUID accountId) {
        store.delete(coop, present(accountId));
    }

    /**
     * Counts a mail asked for.
     *
     * @throws Refused when one must wait
     */
    @Transactional
    public void admitMail(CoopId coop, EmailAddress email, String networkAddress) {
        var terms = policies.today(coop, SignInTerms.class);
        admit(coop, "mail-from:" + networkAddress, terms.freeTriesPerNetwork(), terms);
        admit(coop, "mail-to:" + email.folded(), terms.freeTries(), terms);
    }

    private void admit(CoopId coop, String subject, int free, SignInTerms terms) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = store.lock(coop, subject, now);
        if (before.waitUntil().isAfter(now)) {
            throw Refused.because(new SignInRefusal.Wait(roundedUp(now, before.waitUntil())));
        }
        var forgotten = before.waitUntil().plus(terms.longestDelay()).isBefore(now);
        var tries = forgotten ? 1 : before.tries() + 1;
        store.update(
                coop, subject, tries, now.plus(ThrottleRules.waitAfter(tries, free, terms)), now);
    }

    private static Duration roundedUp(Instant now, Instant until) {
        return Duration.ofSeconds(Duration.between(now, until).plusNanos(999_999_999).toSeconds());
    }

    private static String present(UUID accountId) {
        return "present:" + accountId;
    }

    private static String network(String address) {
        return "from:" + address;
    }
}
