package coop.kumiai.office;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.members.ShareChange;
import coop.kumiai.members.ShareChange.Kind;
import coop.kumiai.members.ShareDesk;
import coop.kumiai.members.Shares;
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

import java.util.Map;
import java.util.UUID;

/**
 * 増資・減資 at the desk: how many shares more or fewer, then the letter that is read out to the member,
 * then the change. What is owed after a reduction is paid back here too.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/members/{member}/share-change")
class ShareChangePage {
    private static final int MOST_DIGITS = 9;
    private final ShareDesk desk;
    private final Shares shares;
    private final Members members;
    private final Pages pages;

    ShareChangePage(ShareDesk desk, Shares shares, Members members, Pages pages) {
        this.desk = desk;
        this.shares = shares;
        this.members = members;
        this.pages = pages;
    }

    @PostMapping
    View ask(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason) {
        return form(visit, member, new Typed(Kind.INCREASE, "", reason), "", FormErrors.NONE);
    }

    @PostMapping("/check")
    View check(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "INCREASE") Kind kind,
            @RequestParam(defaultValue = "") String units,
            @RequestParam(defaultValue = "") String reason) {
        var typed = new Typed(kind, units, reason);
        try {
            var offer = desk.offer(visit.coopId(), member, typed.change());
            return pages.page(
                    visit,
                    kind.label() + "の確認",
                    "office/members/shareChangeCheck.jte",
                    Map.of(
                            "sections",
                            Workplace.sections(visit),
                            "member",
                            members.get(visit.coopId(), member),
                            "change",
                            typed.change(),
                            "offer",
                            offer,
                            "reason",
                            reason,
                            "key",
                            UUID.randomUUID().toString()));
        } catch (Refused refused) {
            return form(visit, member, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/confirm")
    View confirm(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam Kind kind,
            @RequestParam String units,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String reason) {
        var typed = new Typed(kind, units, reason);
        var sentence =
                kind == Kind.INCREASE
                        ? "増資を受け付けました。お払込みが済むと、出資金になります。"
                        : "減資を受け付けました。払い戻したら、この画面で記録してください。";
        return done(
                visit,
                member,
                typed,
                sentence,
                () ->
                        desk.change(
                                visit.coopId(),
                                member,
                                typed.change(),
                                key,
                                visit.account(),
                                reason));
    }

    @PostMapping("/pay-back")
    View payBack(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam String key,
            @RequestParam long owed,
            @RequestParam(defaultValue = "") String ref,
            @RequestParam(defaultValue = "") String reason) {
        return done(
                visit,
                member,
                new Typed(Kind.INCREASE, "", reason),
                "払い戻しを記録しました。",
                () ->
                        desk.payBack(
                                visit.coopId(),
                                member,
                                Yen.of(owed),
                                key,
                                visit.account(),
                                ref,
                                reason));
    }

    private View done(Visit visit, UUID member, Typed typed, String sentence, Runnable doing) {
        try {
            doing.run();
            var empty = new Typed(Kind.INCREASE, "", typed.reason());
            return form(visit, member, empty, sentence, FormErrors.NONE);
        } catch (Refused refused) {
            return form(visit, member, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    private View form(Visit visit, UUID member, Typed typed, String sentence, FormErrors errors) {
        return pages.form(
                visit,
                "増資・減資",
                "office/members/shareChange.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "member",
                        members.get(visit.coopId(), member),
                        "holding",
                        shares.holding(visit.coopId(), member),
                        "kind",
                        typed.kind().name(),
                        "units",
                        typed.units(),
                        "reason",
                        typed.reason(),
                        "sentence",
                        sentence,
                        "key",
                        UUID.randomUUID().toString()),
                errors);
    }

    /**
     * @param units in any writing; what is no number is none
     */
    private record Typed(Kind kind, String units, String reason) {
        ShareChange change() {
            var digits = JapaneseText.digits(units);
            var isNumber = digits.matches("[0-9]{1," + MOST_DIGITS + "}");
            return new ShareChange(kind, isNumber ? Integer.parseInt(digits) : 0);
        }
    }
}
