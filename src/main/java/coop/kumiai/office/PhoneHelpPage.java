package coop.kumiai.office;

import coop.kumiai.accounts.SecondFactors;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.membership.Caller;
import coop.kumiai.membership.PhoneHelp;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * 電話でのご案内 at the desk (M-LOGIN-2): the caller says birth date and phone number, staff type them,
 * and only then the page tells an address or helps with a lost phone. What was said goes along with
 * each press and is checked anew.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/members/{member}/phone")
class PhoneHelpPage {
    private final PhoneHelp help;
    private final Members members;
    private final SecondFactors seconds;
    private final Pages pages;

    PhoneHelpPage(PhoneHelp help, Members members, SecondFactors seconds, Pages pages) {
        this.help = help;
        this.members = members;
        this.seconds = seconds;
        this.pages = pages;
    }

    @PostMapping
    View ask(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason) {
        return form(visit, member, new Caller("", ""), reason, FormErrors.NONE);
    }

    @PostMapping("/check")
    View check(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String birthDate,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String reason) {
        var caller = new Caller(birthDate, phone);
        try {
            var email = help.tellEmail(visit.coopId(), member, caller, visit.account(), reason);
            return confirmed(visit, member, caller, reason, Map.of("email", email));
        } catch (Refused refused) {
            return form(visit, member, caller, reason, FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/end-sign-ins")
    View endSignIns(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String birthDate,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String reason) {
        var caller = new Caller(birthDate, phone);
        return done(
                visit,
                member,
                caller,
                reason,
                "すべての端末でのログインを切りました。",
                () -> help.endSignIns(visit.coopId(), member, caller, visit.account(), reason));
    }

    @PostMapping("/drop-second-factor")
    View dropSecondFactor(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String birthDate,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String reason) {
        var caller = new Caller(birthDate, phone);
        return done(
                visit,
                member,
                caller,
                reason,
                "二段階認証をやめ、すべての端末でのログインを切りました。ご本人にはメールでお知らせします。",
                () ->
                        help.dropSecondFactor(
                                visit.coopId(), member, caller, visit.account(), reason));
    }

    private View done(
            Visit visit,
            UUID member,
            Caller caller,
            String reason,
            String sentence,
            Runnable doing) {
        try {
            doing.run();
            return confirmed(visit, member, caller, reason, Map.of("sentence", sentence));
        } catch (Refused refused) {
            return form(visit, member, caller, reason, FormErrors.of(refused.refusals()));
        }
    }

    private View confirmed(
            Visit visit, UUID memberId, Caller caller, String reason, Map<String, String> said) {
        var member = members.get(visit.coopId(), memberId);
        var all = new HashMap<String, Object>(Map.of("email", "", "sentence", ""));
        all.putAll(said);
        all.put("sections", Workplace.sections(visit));
        all.put("member", member);
        all.put("caller", caller);
        all.put("reason", reason);
        all.put(
                "secondFactor",
                member.accountId().flatMap(it -> seconds.chosen(visit.coopId(), it)).isPresent());
        return pages.page(visit, "電話でのご案内", "office/members/phoneHelp.jte", all);
    }

    private View form(Visit visit, UUID memberId, Caller caller, String reason, FormErrors errors) {
        return pages.form(
                visit,
                "電話でのご本人の確認",
                "office/members/phone.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "member",
                        members.get(visit.coopId(), memberId),
                        "caller",
                        caller,
                        "reason",
                        reason),
                errors);
    }
}
