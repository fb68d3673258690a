package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.Refused;
import coop.kumiai.newsletters.LegalSender;
import coop.kumiai.newsletters.Newsletter;
import coop.kumiai.newsletters.Newsletters;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.LetterLine;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Show;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One issue: how it will look, a trial to oneself, then 確認 and 配信, now or later; how far it has
 * come, and the way to stop it.
 */
@Controller
@Allow(Who.EDITOR)
@RequestMapping("/{coop}/office/newsletters/{issue}")
class NewsletterPage {
    private static final int MOST_UNDELIVERED = 200;
    private final Newsletters newsletters;
    private final Policies policies;
    private final Pages pages;
    private final Clock clock;

    NewsletterPage(Newsletters newsletters, Policies policies, Pages pages, Clock clock) {
        this.newsletters = newsletters;
        this.policies = policies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View show(Visit visit, @PathVariable UUID issue) {
        return page(visit, issue, SendingMoment.NOW, List.of(), FormErrors.NONE);
    }

    @PostMapping("/trial")
    View tryOut(Visit visit, @PathVariable UUID issue) {
        var notice =
                newsletters
                        .tryOut(visit.coopId(), issue, visit.account())
                        .map(it -> Notice.done(it + " に試しのメールを送りました。"))
                        .orElseGet(() -> Notice.caution("試しのメールを送れませんでした。少し待って、もう一度お試しください。"));
        return page(visit, issue, SendingMoment.NOW, List.of(notice), FormErrors.NONE);
    }

    @PostMapping("/check")
    View check(
            Visit visit,
            @PathVariable UUID issue,
            @RequestParam(defaultValue = "now") String when,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time) {
        var typed = new SendingMoment(when, day, time);
        try {
            if (typed.isLater()) {
                newsletters.checkMoment(typed.moment());
            }
            return letter(visit, newsletters.get(visit.coopId(), issue), typed);
        } catch (Refused refused) {
            return page(visit, issue, typed, List.of(), FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/send")
    View send(
            Visit visit,
            @PathVariable UUID issue,
            @RequestParam(defaultValue = "now") String when,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time) {
        var typed = new SendingMoment(when, day, time);
        return done(
                visit,
                issue,
                typed,
                () -> {
                    if (typed.isLater()) {
                        newsletters.checkMoment(typed.moment());
                    }
                    newsletters.send(visit.coopId(), issue, typed.moment(), visit.account());
                });
    }

    @PostMapping("/take-back")
    View takeBack(Visit visit, @PathVariable UUID issue) {
        return done(
                visit, issue, () -> newsletters.takeBack(visit.coopId(), issue, visit.account()));
    }

    @PostMapping("/stop")
    View stop(Visit visit, @PathVariable UUID issue) {
        return done(visit, issue, () -> newsletters.stop(visit.coopId(), issue, visit.account()));
    }

    @PostMapping("/go-on")
    View goOn(Visit visit, @PathVariable UUID issue) {
        return done(visit, issue, () -> newsletters.goOn(visit.coopId(), issue, visit.account()));
    }

    /** How far it has come, for the page that asks again and again. */
    @GetMapping("/progress")
    View progress(Visit visit, @PathVariable UUID issue) {
        return pages.part(
                visit,
                "office/newsletters/progress.jte",
                Map.of(
                        "issue",
                        newsletters.get(visit.coopId(), issue),
                        "progress",
                        newsletters.progress(visit.coopId(), issue)));
    }

    private View done(Visit visit, UUID issue, Runnable doing) {
        return done(visit, issue, SendingMoment.NOW, doing);
    }

    private View done(Visit visit, UUID issue, SendingMoment typed, Runnable doing) {
        try {
            doing.run();
            return SeeOther.at(visit.path("office/newsletters/" + issue));
        } catch (Refused refused) {
            return page(visit, issue, typed, List.of(), FormErrors.of(refused.refusals()));
        }
    }

    private View letter(Visit visit, Newsletter issue, SendingMoment typed) {
        var sender = policies.today(visit.coopId(), LegalSender.class);
        var subscribers = newsletters.subscribers(visit.coopId());
        return pages.page(
                visit,
                "配信の確認",
                "office/newsletters/check.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "issue",
                        issue,
                        "when",
                        typed.when(),
                        "day",
                        typed.day(),
                        "time",
                        typed.time(),
                        "lines",
                        List.of(
                                LetterLine.of("件名", issue.subject()),
                                LetterLine.of("宛先", Show.number(subscribers) + "人（いま受け取るとしている方）"),
                                LetterLine.of("送信者の表示", sender.name()),
                                LetterLine.of("配信", typed.words()))));
    }

    private View page(
            Visit visit,
            UUID issueId,
            SendingMoment typed,
            List<Notice> notices,
            FormErrors errors) {
        var coop = visit.coopId();
        var issue = newsletters.get(coop, issueId);
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("issue", issue);
        all.put("notices", notices);
        all.put("text", newsletters.preview(coop, issue));
        all.put("subscribers", newsletters.subscribers(coop));
        all.put("progress", newsletters.progress(coop, issueId));
        all.put("undelivered", undelivered(visit, issueId));
        all.put("when", typed.choice());
        all.put("fields", typed.fields(LocalDate.now(clock), errors));
        return pages.form(visit, issue.subject(), "office/newsletters/issue.jte", all, errors);
    }

    /** Addresses are for those who look after members. */
    private List<?> undelivered(Visit visit, UUID issueId) {
        return Workplace.may(StaffRole.Kind.DESK, visit)
                ? newsletters.undelivered(visit.coopId(), issueId, MOST_UNDELIVERED)
                : List.of();
    }
}
