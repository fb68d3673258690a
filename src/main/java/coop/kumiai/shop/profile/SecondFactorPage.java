package coop.kumiai.shop.profile;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.SecondFactorTerms;
import coop.kumiai.accounts.SecondFactorTerms.Asked;
import coop.kumiai.accounts.SecondFactors;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.QrCode;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SecondStepFields;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** 二段階認証 of a member: by an app, by mail, or none (X-ID-1). */
@Controller
@Allow(Who.MEMBER)
@RecentProof
class SecondFactorPage {
    private final SecondFactors seconds;
    private final Accounts accounts;
    private final Policies policies;
    private final Pages pages;

    SecondFactorPage(SecondFactors seconds, Accounts accounts, Policies policies, Pages pages) {
        this.seconds = seconds;
        this.accounts = accounts;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/second-factor")
    View show(Visit visit) {
        var asked = policies.today(visit.coopId(), SecondFactorTerms.class).members();
        return pages.page(
                visit,
                "二段階認証",
                "shop/profile/secondFactor.jte",
                Map.of(
                        "chosen",
                        seconds.chosen(visit.coopId(), visit.account()),
                        "always",
                        asked == Asked.ALWAYS,
                        "offered",
                        asked != Asked.OFF,
                        "spareCodes",
                        seconds.spareCodesLeft(visit.coopId(), visit.account())));
    }

    @PostMapping("/{coop}/account/second-factor/mail")
    View chooseMail(Visit visit) {
        seconds.chooseMail(visit.coopId(), visit.account());
        return SeeOther.at(visit.path("account/second-factor"));
    }

    @PostMapping("/{coop}/account/second-factor/off")
    View drop(Visit visit) {
        seconds.drop(visit.coopId(), visit.account());
        return SeeOther.at(visit.path("account/second-factor"));
    }

    @PostMapping("/{coop}/account/second-factor/app")
    View beginApp(Visit visit) {
        seconds.beginApp(visit.coopId(), visit.account());
        return SeeOther.at(visit.path("account/second-factor/app"));
    }

    @GetMapping("/{coop}/account/second-factor/app")
    View app(Visit visit) {
        return app(visit, FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/second-factor/confirm")
    View confirm(Visit visit, @RequestParam(defaultValue = "") String code) {
        try {
            var codes = seconds.confirm(visit.coopId(), visit.account(), code);
            return pages.page(
                    visit, "予備のコード", "shop/profile/spareCodes.jte", Map.of("codes", codes));
        } catch (Refused refused) {
            return app(visit, FormErrors.of(refused.refusals()));
        }
    }

    private View app(Visit visit, FormErrors errors) {
        var account = accounts.get(visit.coopId(), visit.account());
        return seconds.waiting(visit.coopId(), visit.account())
                .map(
                        secret ->
                                pages.form(
                                        visit,
                                        "認証アプリの登録",
                                        "shop/profile/secondFactorApp.jte",
                                        Map.of(
                                                "qr",
                                                QrCode.of(address(visit, account, secret)),
                                                "secret",
                                                String.join(" ", secret.split("(?<=\\G.{4})")),
                                                "code",
                                                SecondStepFields.app(errors).hint("アプリに出ている数字です。")),
                                        errors))
                .orElseGet(() -> SeeOther.at(visit.path("account/second-factor")));
    }

    /** As apps read it (Key URI format). */
    private static String address(Visit visit, Account account, String secret) {
        var issuer = encoded(visit.coop().shortName());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(issuer, encoded(account.email()), secret, issuer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
