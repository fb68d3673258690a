package coop.kumiai.web;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Entry;
import coop.kumiai.accounts.ProofTerms;
import coop.kumiai.accounts.Proving;
import coop.kumiai.accounts.SecondFactor;
import coop.kumiai.accounts.SecondFactorRefusal;
import coop.kumiai.accounts.SecondFactors;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * The second step of a sign-in (二段階認証), of members and of staff: what is kept of the first one in
 * the browser's session, and what completes it. The code of a mail counts in the browser only that
 * asked for it.
 */
@Component
public class SecondSteps {
    private static final String KEPT = "KUMIAI_SECOND_STEP";
    private final Proving proving;
    private final SecondFactors seconds;
    private final Accounts accounts;
    private final Policies policies;
    private final Clock clock;

    SecondSteps(
            Proving proving,
            SecondFactors seconds,
            Accounts accounts,
            Policies policies,
            Clock clock) {
        this.proving = proving;
        this.seconds = seconds;
        this.accounts = accounts;
        this.policies = policies;
        this.clock = clock;
    }

    /** The password was right: the code is sent, where it comes by mail. */
    public void begin(Visit visit, Entry.SecondStep step, String next, HttpServletRequest request) {
        var mail = step.way() == SecondFactor.MAIL ? mail(visit, step.account(), request) : null;
        keep(visit, step.account(), mail, next, request);
    }

    /**
     * Mails the code again. Never in place of an app's: whoever has only the mailbox would need no
     * second factor.
     */
    public void mailAgain(Visit visit, HttpServletRequest request) {
        var pending = pending(visit, request);
        if (pending.mail() == null) {
            throw new NotFound("mail");
        }
        var account = accounts.get(visit.coopId(), pending.accountId());
        keep(visit, account, mail(visit, account, request), pending.next(), request);
    }

    /**
     * The sign-in that waits here.
     *
     * @throws Refused when there is none, or it waited too long, or belongs to the other door
     */
    public PendingSignIn pending(Visit visit, HttpServletRequest request) {
        var office = request.getRequestURI().startsWith(visit.path("office/"));
        var valid = policies.today(visit.coopId(), ProofTerms.class).codeValid();
        return find(request)
                .filter(it -> it.coop().equals(visit.coopId().code()))
                .filter(it -> it.staff() == office)
                .filter(it -> it.begunAt().plus(valid).isAfter(clock.instant()))
                .orElseThrow(() -> Refused.because(new SecondFactorRefusal.TooLate(valid)));
    }

    /**
     * Completes it by what was typed: the code of the mail, of the app, or a spare one.
     *
     * @throws Refused when it is wrong, or too late
     */
    public Account complete(Visit visit, String typed, HttpServletRequest request) {
        var pending = pending(visit, request);
        var mail = pending.mail();
        if (mail == null) {
            seconds.check(visit.coopId(), pending.accountId(), typed);
        } else {
            proving.byCode(visit.coopId(), mail, typed);
        }
        return completed(visit, pending, request);
    }

    /**
     * Completes it by the mailed link, in the browser that asked for the mail.
     *
     * @return empty in any other browser
     * @throws Refused when the mail is used or expired, or it is too late
     */
    public Optional<Account> completeByLink(Visit visit, String token, HttpServletRequest request) {
        var mail = proving.mailOf(visit.coopId(), token);
        var pending = find(request).filter(it -> mail.equals(it.mail()));
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        var fresh = pending(visit, request);
        proving.byLink(visit.coopId(), token);
        return Optional.of(completed(visit, fresh, request));
    }

    /** A password that was changed meanwhile ends it too. */
    private Account completed(Visit visit, PendingSignIn pending, HttpServletRequest request) {
        request.getSession().removeAttribute(KEPT);
        var account = accounts.get(visit.coopId(), pending.accountId());
        if (account.generation() != pending.generation()) {
            var valid = policies.today(visit.coopId(), ProofTerms.class).codeValid();
            throw Refused.because(new SecondFactorRefusal.TooLate(valid));
        }
        return account;
    }

    private UUID mail(Visit visit, Account account, HttpServletRequest request) {
        var page =
                account.kind() == Account.Kind.STAFF
                        ? "office/sign-in/confirm/"
                        : "sign-in/confirm/";
        return proving.mail(visit.coopId(), account.accountId(), request.getRemoteAddr(), page);
    }

    private void keep(
            Visit visit,
            Account account,
            @Nullable UUID mail,
            String next,
            HttpServletRequest request) {
        var session = request.getSession(true);
        session.setAttribute(
                KEPT,
                new PendingSignIn(
                        visit.coopId().code(),
                        account.accountId(),
                        account.generation(),
                        account.kind() == Account.Kind.STAFF,
                        mail,
                        next,
                        clock.instant()));
    }

    private static Optional<PendingSignIn> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(it -> it.getAttribute(KEPT))
                .filter(PendingSignIn.class::isInstance)
                .map(PendingSignIn.class::cast);
    }
}
