package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.cards.IcCard;
import coop.kumiai.cards.IcCard.Papers;
import coop.kumiai.cards.IcCards;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
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

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * ICカード of a member at the desk (U-WAL-5): issued, suspended, issued again against papers and a
 * fee. Like all of a member's data it is opened by a form that says why.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/members/{member}/ic-cards")
class IcCardsDeskPage {
    private final IcCards cards;
    private final Members members;
    private final Audit audit;
    private final Pages pages;

    IcCardsDeskPage(IcCards cards, Members members, Audit audit, Pages pages) {
        this.cards = cards;
        this.members = members;
        this.audit = audit;
        this.pages = pages;
    }

    @PostMapping
    View show(Visit visit, @PathVariable UUID member, @RequestParam Map<String, String> typed) {
        var why = JapaneseText.tidy(typed.getOrDefault("reason", ""));
        if (!why.isEmpty()) {
            audit.note(visit.coopId(), visit.account(), "ic-card.looked-at", member, why);
        }
        return page(visit, member, IcCardForm.opened(typed), "", FormErrors.NONE);
    }

    @PostMapping("/issue")
    View issue(Visit visit, @PathVariable UUID member, @RequestParam Map<String, String> typed) {
        var form = new IcCardForm(typed);
        return done(
                visit,
                member,
                form,
                "ICカードを登録しました。いまからお支払いに使えます。",
                () ->
                        cards.issue(
                                visit.coopId(),
                                member,
                                form.text("idm"),
                                form.text("name"),
                                visit.account(),
                                form.text("why")));
    }

    @PostMapping("/reissue")
    View reissue(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "0") long fee,
            @RequestParam Map<String, String> typed) {
        var form = new IcCardForm(typed).reissuing();
        return done(
                visit,
                member,
                form,
                "再発行しました。前のカードは、いまから使えません。残高とポイントはそのままです。",
                () ->
                        cards.reissue(
                                visit.coopId(),
                                member,
                                form.card(),
                                form.text("idm"),
                                Papers.of(form.text("papers")),
                                Yen.of(fee),
                                visit.account(),
                                form.text("why")));
    }

    @PostMapping("/turn")
    View turn(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String as,
            @RequestParam Map<String, String> typed) {
        var form = new IcCardForm(typed).turning();
        var coop = visit.coopId();
        var staff = visit.account();
        var card = form.card();
        var why = form.text("why");
        return switch (as) {
            case "resume" ->
                    done(
                            visit,
                            member,
                            form,
                            "利用を再開しました。",
                            () -> cards.resume(coop, member, card, staff, why));
            case "end" ->
                    done(
                            visit,
                            member,
                            form,
                            "使用を終えました。このカードは、いまから使えません。",
                            () -> cards.end(coop, member, card, staff, why));
            default ->
                    done(
                            visit,
                            member,
                            form,
                            "利用を止めました。残高とポイントはそのままです。",
                            () -> cards.suspend(coop, member, card, staff, why));
        };
    }

    private View done(Visit visit, UUID member, IcCardForm form, String sentence, Runnable doing) {
        try {
            doing.run();
            return page(visit, member, IcCardForm.opened(form.typed()), sentence, FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, member, form, "", form.errors(refused.refusals()));
        }
    }

    private View page(
            Visit visit, UUID memberId, IcCardForm form, String sentence, FormErrors errors) {
        List<IcCard> all =
                form.text("reason").isBlank() ? List.of() : cards.of(visit.coopId(), memberId);
        var inUse = all.stream().filter(IcCard::isInUse).toList();
        return pages.form(
                visit,
                "ICカード",
                "office/members/icCards.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "member",
                        members.get(visit.coopId(), memberId),
                        "cards",
                        all,
                        "reason",
                        form.text("reason"),
                        "sentence",
                        sentence,
                        "terms",
                        cards.terms(visit.coopId()),
                        "issuing",
                        form.issuingFields(errors),
                        "reissuing",
                        form.reissuingFields(inUse, errors),
                        "turning",
                        form.turningFields(inUse, errors)),
                errors);
    }
}
