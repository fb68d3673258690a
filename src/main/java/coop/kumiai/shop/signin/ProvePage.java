package coop.kumiai.shop.signin;

import coop.kumiai.accounts.Account.Kind;
import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.accounts.PasskeyRefusal;
import coop.kumiai.accounts.Passkeys;
import coop.kumiai.accounts.Proving;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NextPage;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PasskeyChallenges;
import coop.kumiai.web.SecondStepFields;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * ご本人の確認 before a change that is the owner's only (X-ID-1): by password, by passkey, or by a code
 * that is mailed to the registered address.
 */
@Controller
@Allow(Who.MEMBER)
class ProvePage {
    /** Of one account only: on a shared computer the session outlives a sign-in. */
    private static final String MAIL = "KUMIAI_PROOF_MAIL ";

    private final Proving proving;
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final OpenSignIns open;
    private final Pages pages;

    ProvePage(
            Proving proving,
            Passkeys passkeys,
            PasskeyChallenges challenges,
            OpenSignIns open,
            Pages pages) {
        this.proving = proving;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.open = open;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/prove")
    View show(
            Visit visit, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return page(visit, next, FormErrors.NONE, request);
    }

    @PostMapping("/{coop}/account/prove")
    View prove(
            Visit visit,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        try {
            proving.byPassword(visit.coopId(), visit.account(), password);
            return proved(visit, next, request);
        } catch (Refused refused) {
            return page(visit, next, at("password", refused), request);
        }
    }

    @PostMapping("/{coop}/account/prove/passkey/options")
    ResponseEntity<String> options(Visit visit, HttpServletRequest request) {
        var challenge = challenges.begin(request);
        var options =
                passkeys.requestOptions(visit.coopId(), Optional.of(visit.account()), challenge);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(options);
    }

    @PostMapping("/{coop}/account/prove/passkey")
    View passkey(
            Visit visit,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        try {
            var challenge = challenges.take(request);
            var account = passkeys.authenticate(visit.coopId(), Kind.MEMBER, challenge, credential);
            if (!account.accountId().equals(visit.account())) {
                throw Refused.because(new PasskeyRefusal.NotTaken());
            }
            return proved(visit, next, request);
        } catch (Refused refused) {
            return page(visit, next, FormErrors.ofWhole(refused.refusals()), request);
        }
    }

    @PostMapping("/{coop}/account/prove/mail")
    View mail(
            Visit visit, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        try {
            var mail =
                    proving.mail(
                            visit.coopId(),
                            visit.account(),
                            request.getRemoteAddr(),
                            "sign-in/confirm/");
            request.getSession().setAttribute(MAIL + visit.account(), mail);
            return page(visit, next, FormErrors.NONE, request);
        } catch (Refused refused) {
            return page(visit, next, FormErrors.ofWhole(refused.refusals()), request);
        }
    }

    @PostMapping("/{coop}/account/prove/code")
    View code(
            Visit visit,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        var mail = mailOf(visit, request);
        if (mail.isEmpty()) {
            return page(visit, next, FormErrors.NONE, request);
        }
        try {
            proving.byCode(visit.coopId(), mail.get(), code);
            request.getSession().removeAttribute(MAIL + visit.account());
            return proved(visit, next, request);
        } catch (Refused refused) {
            return page(visit, next, FormErrors.of(refused.refusals()), request);
        }
    }

    /**
     * The mailed link, in the browser that asked for it.
     *
     * @return false when this browser has asked for no such proof
     */
    boolean proveByLink(Visit visit, String token, HttpServletRequest request) {
        var mail = proving.mailOf(visit.coopId(), token);
        if (visit.signedIn().isEmpty()
                || !mailOf(visit, request).filter(mail::equals).isPresent()) {
            return false;
        }
        proving.byLink(visit.coopId(), token);
        request.getSession().removeAttribute(MAIL + visit.account());
        request.changeSessionId();
        open.prove(visit.coopId(), visit.signIn());
        return true;
    }

    /** A proof begins the session's cookie anew, as a sign-in does. */
    private View proved(Visit visit, String next, HttpServletRequest request) {
        request.changeSessionId();
        open.prove(visit.coopId(), visit.signIn());
        return SeeOther.at(NextPage.of(visit, next, "account"));
    }

    private View page(Visit visit, String next, FormErrors errors, HttpServletRequest request) {
        return pages.form(
                visit,
                "ご本人の確認",
                "shop/signin/prove.jte",
                Map.of(
                        "hasPassword",
                        proving.hasPassword(visit.coopId(), visit.account()),
                        "password",
                        Field.password("password", "パスワード").errors(errors),
                        "hasPasskeys",
                        !passkeys.of(visit.coopId(), visit.account()).isEmpty(),
                        "mailed",
                        mailOf(visit, request).isPresent(),
                        "code",
                        SecondStepFields.mailed(errors),
                        "next",
                        next),
                errors);
    }

    private static Optional<UUID> mailOf(Visit visit, HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(it -> it.getAttribute(MAIL + visit.account()))
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast);
    }

    /** The refusals of a password that is typed in another field here. */
    private static FormErrors at(String field, Refused refused) {
        var errors = FormErrors.NONE;
        for (var refusal : refused.refusals()) {
            errors = errors.and(field, refusal.sentence());
        }
        return errors;
    }
}
