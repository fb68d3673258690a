package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.Refused;
import coop.kumiai.newsletters.Newsletters;
import coop.kumiai.newsletters.SendingTerms;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * お知らせメール: the issues so far, and the form in which one is written. The address of a member is seen
 * by nobody here.
 */
@Controller
@Allow(Who.EDITOR)
@RequestMapping("/{coop}/office/newsletters")
class NewslettersPage {
    private static final int ON_A_PAGE = 50;
    private final Newsletters newsletters;
    private final Policies policies;
    private final Pages pages;

    NewslettersPage(Newsletters newsletters, Policies policies, Pages pages) {
        this.newsletters = newsletters;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit) {
        return pages.page(
                visit,
                "お知らせメール",
                "office/newsletters/list.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "subscribers",
                        newsletters.subscribers(visit.coopId()),
                        "issues",
                        newsletters.latest(visit.coopId(), ON_A_PAGE),
                        "looksAfterAddresses",
                        Workplace.may(StaffRole.Kind.DESK, visit)));
    }

    @GetMapping("/new")
    View begin(Visit visit) {
        return form(visit, "新しい号", "new", "", "", FormErrors.NONE);
    }

    @PostMapping("/new")
    View write(
            Visit visit,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body) {
        try {
            var issue = newsletters.write(visit.coopId(), subject, body, visit.account());
            return SeeOther.at(visit.path("office/newsletters/" + issue));
        } catch (Refused refused) {
            return form(visit, "新しい号", "new", subject, body, FormErrors.of(refused.refusals()));
        }
    }

    @GetMapping("/{issue}/edit")
    View edit(Visit visit, @PathVariable UUID issue) {
        var draft = newsletters.get(visit.coopId(), issue);
        return form(visit, "書き直す", issue + "/edit", draft.subject(), draft.body(), FormErrors.NONE);
    }

    @PostMapping("/{issue}/edit")
    View rewrite(
            Visit visit,
            @PathVariable UUID issue,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body) {
        try {
            newsletters.rewrite(visit.coopId(), issue, subject, body, visit.account());
            return SeeOther.at(visit.path("office/newsletters/" + issue));
        } catch (Refused refused) {
            var errors = FormErrors.of(refused.refusals());
            return form(visit, "書き直す", issue + "/edit", subject, body, errors);
        }
    }

    private View form(
            Visit visit,
            String title,
            String action,
            String subject,
            String body,
            FormErrors errors) {
        var terms = policies.today(visit.coopId(), SendingTerms.class);
        return pages.form(
                visit,
                title,
                "office/newsletters/edit.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "title",
                        title,
                        "action",
                        visit.path("office/newsletters/" + action),
                        "back",
                        visit.path("office/newsletters/" + action.replaceFirst("(/edit|new)$", "")),
                        "fields",
                        List.of(
                                Field.text("subject", "件名")
                                        .hint("%d文字まで".formatted(terms.mostSubject()))
                                        .value(subject)
                                        .errors(errors),
                                Field.longText("body", "本文")
                                        .hint(
                                                "文字だけのメールです。%,d文字まで。配信を止める方法と送信者の表示は、末尾にひとりでに付きます。"
                                                        .formatted(terms.mostCharacters()))
                                        .with("rows", "16")
                                        .value(body)
                                        .errors(errors))),
                errors);
    }
}
