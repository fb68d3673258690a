package coop.kumiai.web;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Acting;
import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.accounts.Representation;
import coop.kumiai.accounts.SignInTerms;
import coop.kumiai.accounts.StaffAccounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;

/**
 * Begins and ends a sign-in in the browser's session. Members' pages and the office keep theirs
 * apart, so that one person may be both.
 */
@Component
public class Sessions {
    private final OpenSignIns open;
    private final Accounts accounts;
    private final StaffAccounts staff;
    private final Policies policies;

    Sessions(OpenSignIns open, Accounts accounts, StaffAccounts staff, Policies policies) {
        this.open = open;
        this.accounts = accounts;
        this.staff = staff;
        this.policies = policies;
    }

    /**
     * Begins a session for somebody who has just proved who they are; the session's id changes (no
     * fixation).
     *
     * @param roles empty for a member
     */
    public void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            CoopId coop,
            Account account,
            Set<StaffRole> roles) {
        current().ifPresent(this::end);
        var session = request.getSession(true);
        request.changeSessionId();
        var idle = policies.today(coop, SignInTerms.class).sessionIdle();
        session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
        var userAgent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        var begun = open.begin(coop, account.accountId(), userAgent);
        if (!roles.isEmpty()) {
            staff.noteSignIn(coop, account.accountId());
        }
        save(request, response, SignedIn.of(coop, account, roles).at(begun.signInId()));
    }

    /** The sign-in goes on under another name. */
    public void rename(HttpServletRequest request, HttpServletResponse response, SignedIn renamed) {
        save(request, response, renamed);
    }

    /**
     * The browser works for a member from now on (代理). Forms that were open before are void: none
     * of them is sent for the wrong person.
     */
    public void act(
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn representative,
            Representation representation) {
        turn(request, response, representative.actingFor(representation));
    }

    /** Whoever acted for a member is themselves again; their forms for the member are void. */
    public void stopActing(HttpServletRequest request, HttpServletResponse response) {
        for (var signedIn : current().stream().toList()) {
            var acting = signedIn.acting();
            if (acting != null) {
                turn(request, response, themselves(signedIn, acting));
            }
        }
    }

    private SignedIn themselves(SignedIn signedIn, Acting acting) {
        var name =
                accounts.find(new CoopId(signedIn.coop()), acting.accountId())
                        .map(Account::displayName)
                        .orElse(acting.name());
        return new SignedIn(
                signedIn.coop(),
                acting.accountId(),
                signedIn.signInId(),
                name,
                signedIn.roles(),
                signedIn.generation());
    }

    private static void turn(
            HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        request.changeSessionId();
        SecurityConfiguration.forms().turn(request, response);
        save(request, response, signedIn);
    }

    /** Ends the member's or the office's sign-in of this browser. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        current().ifPresent(this::end);
        var context = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(context);
        repository(request).saveContext(context, request, response);
    }

    private void end(SignedIn signedIn) {
        if (signedIn.signInId() != null) {
            open.end(new CoopId(signedIn.coop()), signedIn.signer(), signedIn.signInId());
        }
    }

    private static Optional<SignedIn> current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    private static void save(
            HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        signedIn, null, java.util.List.of()));
        SecurityContextHolder.setContext(context);
        repository(request).saveContext(context, request, response);
    }

    static SecurityContextRepository repository(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.matches("/[^/]+/office(/.*)?") ? office() : members();
    }

    static SecurityContextRepository members() {
        return new HttpSessionSecurityContextRepository();
    }

    static SecurityContextRepository office() {
        var repository = new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("KUMIAI_OFFICE");
        return repository;
    }
}
