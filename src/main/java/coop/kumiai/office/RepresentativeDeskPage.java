package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.Entrusting;
import coop.kumiai.accounts.Representations;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RepresentationRow;
import coop.kumiai.web.RepresentativeFields;
import coop.kumiai.web.RepresentativeForm;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * 代理 at the desk (M-CARE-4): taken down and ended for a member who cannot do it alone, with a
 * reason that the member reads. Whoever is invited accepts by mail all the same.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/members/{member}/representatives")
class RepresentativeDeskPage {
    private final Representations representations;
    private final Entrusting entrusting;
    private final RepresentativeFields fields;
    private final Members members;
    private final Audit audit;
    private final Pages pages;

    RepresentativeDeskPage(
            Representations representations,
            Entrusting entrusting,
            RepresentativeFields fields,
            Members members,
            Audit audit,
            Pages pages) {
        this.representations = representations;
        this.entrusting = entrusting;
        this.fields = fields;
        this.members = members;
        this.audit = audit;
        this.pages = pages;
    }

    @PostMapping
    View show(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason) {
        return blank(visit, member, reason, "");
    }

    @PostMapping("/new")
    View invite(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var form = RepresentativeForm.sent(sent);
        try {
            entrusting.grantAtDesk(
                    visit.coopId(),
                    members.get(visit.coopId(), member).accountId(),
                    form.typed(),
                    request.getRemoteAddr(),
                    visit.account(),
                    reason);
            return blank(visit, member, reason, "ご案内のメールを送りました。ご本人にもメールでお知らせしました。");
        } catch (Refused refused) {
            var errors = FormErrors.of(refused.refusals());
            return page(visit, member, form, reason, "", errors);
        }
    }

    @PostMapping("/{representation}/end")
    View end(
            Visit visit,
            @PathVariable UUID member,
            @PathVariable UUID representation,
            @RequestParam(defaultValue = "") String reason) {
        try {
            representations.endAtDesk(
                    visit.coopId(),
                    account(visit, member),
                    representation,
                    visit.account(),
                    reason);
            return blank(visit, member, reason, "代理を終えました。お二人にメールでお知らせしました。");
        } catch (Refused refused) {
            var errors = FormErrors.of(refused.refusals());
            return page(visit, member, fields.blank(visit.coopId()), reason, "", errors);
        }
    }

    private UUID account(Visit visit, UUID member) {
        return members.get(visit.coopId(), member)
                .accountId()
                .orElseThrow(() -> new NotFound("account"));
    }

    private View blank(Visit visit, UUID member, String reason, String sentence) {
        var errors =
                JapaneseText.tidy(reason).isEmpty()
                        ? FormErrors.of("reason", "理由を書いてください。だれがいつ、なぜ見たかを記録します。")
                        : FormErrors.NONE;
        return page(visit, member, fields.blank(visit.coopId()), reason, sentence, errors);
    }

    private View page(
            Visit visit,
            UUID memberId,
            RepresentativeForm form,
            String reason,
            String sentence,
            FormErrors errors) {
        var member = members.get(visit.coopId(), memberId);
        var why = JapaneseText.tidy(reason);
        if (!why.isEmpty()) {
            audit.note(visit.coopId(), visit.account(), "representative.looked-at", memberId, why);
        }
        var all = new HashMap<>(fields.of(visit.coopId(), form, errors));
        all.put("sections", Workplace.sections(visit));
        all.put("member", member);
        all.put("reason", reason);
        all.put("sentence", sentence);
        all.put("rows", why.isEmpty() ? List.of() : rows(visit, member));
        return pages.form(visit, "代理（家族・介護）", "office/members/representatives.jte", all, errors);
    }

    private List<RepresentationRow> rows(Visit visit, Member member) {
        return member.accountId().stream()
                .flatMap(it -> representations.of(visit.coopId(), it).stream())
                .map(it -> RepresentationRow.of(it, representations.state(it)))
                .toList();
    }
}
