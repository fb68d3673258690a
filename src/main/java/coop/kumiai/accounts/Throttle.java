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
 * hammering never lengthens the wait of the one who is locked out by it. A refusal rolls nothing
 * back, so that the caller's own transaction may go on counting.
 */
@Component
class Throttle {
    /** By what a try to sign in is counted. */
    sealed interface Tried {
        /**
         * From a browser that has not signed in to this account before.
         *
         * @param account the address that was tried, registered or not
         */
        record ByStranger(String account, String networkAddress) implements Tried {}

        /** From one that has: neither strangers nor neighbours hold it up. */
        record ByKnownDevice(String mark) implements Tried {}
    }

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
    @Transactional(noRollbackFor = Refused.class)
    public void admit(CoopId coop, Tried tried) {
        var terms = policies.today(coop, SignInTerms.class);
        switch (tried) {
            case Tried.ByStranger(var account, var network) -> {
                admit(coop, network(network), terms.freeTriesPerNetwork(), terms);
                admit(coop, account, terms.freeTries(), terms);
            }
            case Tried.ByKnownDevice(var mark) -> admit(coop, mark, terms.freeTries(), terms);
        }
    }

    /** A right password: its try was none, and the wrong ones before it are forgotten. */
    @Transactional
    public void forgive(CoopId coop, Tried tried) {
        switch (tried) {
            case Tried.ByStranger(var account, var network) -> {
                store.takeBack(coop, network(network), clock.instant());
                store.delete(coop, account);
            }
            case Tried.ByKnownDevice(var mark) -> store.delete(coop, mark);
        }
    }

    /**
     * Counts a try of the present password by somebody signed in.
     *
     * @throws Refused when one must wait
     */
    @Transactional(noRollbackFor = Refused.class)
    public void admitPresent(CoopId coop, UUID accountId) {
        var terms = policies.today(coop, SignInTerms.class);
        admit(coop, present(accountId), terms.freeTries(), terms);
    }

    @Transactional
    public void forgivePresent(CoopId coop, UUID accountId) {
        store.delete(coop, present(accountId));
    }

    /**
     * Counts a code that somebody signed in typed from a mail to their address, whichever mail was
     * meant.
     *
     * @throws Refused when one must wait
     */
    @Transactional(noRollbackFor = Refused.class)
    public void admitCode(CoopId coop, UUID accountId, EmailAddress email) {
        var terms = policies.today(coop, SignInTerms.class);
        admit(coop, code(accountId, email), terms.freeTries(), terms);
    }

    @Transactional
    public void forgiveCode(CoopId coop, UUID accountId, EmailAddress email) {
        store.delete(coop, code(accountId, email));
    }

    /**
     * Counts a mail asked for.
     *
     * @throws Refused when one must wait
     */
    @Transactional(noRollbackFor = Refused.class)
    public void admitMail(CoopId coop, EmailAddress email, String networkAddress) {
        var terms = policies.today(coop, SignInTerms.class);
        admit(coop, "mail-from:" + networkAddress, terms.freeTriesPerNetwork(), terms);
        admit(coop, "mail-to:" + email.folded(), terms.freeTries(), terms);
    }

    /**
     * As long as the free tries last nobody waits: whoever comes at the same moment, by the clock
     * of another node perhaps, has left a later time here.
     */
    private void admit(CoopId coop, String subject, int free, SignInTerms terms) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = store.lock(coop, subject, now);
        if (before.tries() >= free && before.waitUntil().isAfter(now)) {
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

    private static String code(UUID accountId, EmailAddress email) {
        return "code:" + accountId + ":" + email.folded();
    }

    private static String network(String address) {
        return "from:" + address;
    }
}
