package coop.kumiai.shop.profile;

import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PasskeyForms;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** パスキー of a member: registered, named, removed (X-ID-1). */
@Controller
@Allow(Who.MEMBER)
@RecentProof
@RequestMapping("/{coop}/account/passkeys")
class PasskeysPage {
    private static final String PAGE = "account/passkeys";
    private final PasskeyForms passkeys;
    private final Pages pages;

    PasskeysPage(PasskeyForms passkeys, Pages pages) {
        this.passkeys = passkeys;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit, @RequestParam(defaultValue = "") String done) {
        return page(visit, done, FormErrors.NONE);
    }

    @PostMapping("/options")
    ResponseEntity<String> options(Visit visit, HttpServletRequest request) {
        return passkeys.creation(visit, request);
    }

    @PostMapping
    View register(
            Visit visit,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request) {
        try {
            passkeys.register(visit, credential, name, request);
            return done(visit, "registered");
        } catch (Refused refused) {
            return page(visit, "", FormErrors.ofWhole(refused.refusals()));
        }
    }

    @PostMapping("/{passkey}/name")
    View rename(
            Visit visit,
            @PathVariable String passkey,
            @RequestParam(defaultValue = "") String name) {
        passkeys.rename(visit, passkey, name);
        return done(visit, "named");
    }

    @PostMapping("/{passkey}/remove")
    View remove(Visit visit, @PathVariable String passkey) {
        passkeys.remove(visit, passkey);
        return done(visit, "removed");
    }

    private static View done(Visit visit, String what) {
        return SeeOther.at(visit.path(PAGE + "?done=" + what));
    }

    private View page(Visit visit, String done, FormErrors errors) {
        var fields = passkeys.fields(visit, done);
        return pages.form(visit, "パスキー", "shop/profile/passkeys.jte", fields, errors);
    }
}
