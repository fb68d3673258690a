package coop.kumiai.shop.care;

import coop.kumiai.accounts.Entrusting;
import coop.kumiai.accounts.Representation;
import coop.kumiai.accounts.Representations;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.RepresentationRow;
import coop.kumiai.web.RepresentativeFields;
import coop.kumiai.web.RepresentativeForm;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * ご家族・介護の方に任せる (M-CARE-1): who acts for the member, one button that ends it, and the form that
 * invites another. Only inviting asks who is there: ending must not be hard.
 */
@Controller
@Allow(Who.MEMBER)
class RepresentativesPage {
    private final Representations representations;
    private final Entrusting entrusting;
    private final RepresentativeFields fields;
    private final Pages pages;

    RepresentativesPage(
            Representations representations,
            Entrusting entrusting,
            RepresentativeFields fields,
            Pages pages) {
        this.representations = representations;
        this.entrusting = entrusting;
        this.fields = fields;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/representatives")
    View list(Visit visit, @RequestParam(defaultValue = "") String done) {
        var rows =
                representations.of(visit.coopId(), visit.account()).stream()
                        .map(this::row)
                        .toList();
        return pages.page(
                visit,
                "ご家族・介護の方に任せる",
                "shop/care/representatives.jte",
                Map.of(
                        "standing",
                        rows.stream().filter(RepresentationRow::stands).toList(),
                        "over",
                        rows.stream().filter(it -> !it.stands()).toList(),
                        "notices",
                        notices(visit, done)));
    }

    @GetMapping("/{coop}/account/representatives/new")
    @RecentProof
    View form(Visit visit) {
        return form(visit, fields.blank(visit.coopId()), FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/representatives/new")
    @RecentProof
    View invite(
            Visit visit,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request) {
        var form = RepresentativeForm.sent(sent);
        try {
            return switch (action) {
                case "save" -> save(visit, form, request);
                case "back" -> form(visit, form, FormErrors.NONE);
                default -> letter(visit, form);
            };
        } catch (Refused refused) {
            return form(visit, form, FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/{coop}/account/representatives/{representation}/end")
    View end(Visit visit, @PathVariable UUID representation) {
        representations.end(visit.coopId(), visit.account(), representation);
        return SeeOther.at(visit.path("account/representatives?done=ended"));
    }

    private View letter(Visit visit, RepresentativeForm form) {
        var mandate = entrusting.check(visit.coopId(), visit.account(), form.typed());
        return pages.page(
                visit,
                "お任せする内容の確認",
                "shop/care/confirm.jte",
                Map.of(
                        "form",
                        form,
                        "name",
                        mandate.name(),
                        "valid",
                        fields.invitationValid(visit.coopId()),
                        "lines",
                        RepresentativeFields.letter(mandate)));
    }

    private View save(Visit visit, RepresentativeForm form, HttpServletRequest request) {
        entrusting.grant(visit.coopId(), visit.account(), form.typed(), request.getRemoteAddr());
        return SeeOther.at(visit.path("account/representatives?done=invited"));
    }

    private View form(Visit visit, RepresentativeForm form, FormErrors errors) {
        var all = new HashMap<>(fields.of(visit.coopId(), form, errors));
        return pages.form(visit, "お任せする方を決める", "shop/care/new.jte", all, errors);
    }

    private RepresentationRow row(Representation representation) {
        return RepresentationRow.of(representation, representations.state(representation));
    }

    private List<Notice> notices(Visit visit, String done) {
        return switch (done) {
            case "invited" ->
                    List.of(
                            Notice.done(
                                    "ご案内のメールを送りました。%s以内に引き受けていただくと、使えるようになります。"
                                            .formatted(fields.invitationValid(visit.coopId()))));
            case "ended" -> List.of(Notice.done("お任せを終えました。もう代わりに操作できません。"));
            default -> List.of();
        };
    }
}
