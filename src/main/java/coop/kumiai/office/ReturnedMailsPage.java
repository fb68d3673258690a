package coop.kumiai.office;

import coop.kumiai.kernel.Refused;
import coop.kumiai.newsletters.Newsletters;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Show;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;

/**
 * 戻ってきたメール: addresses to which no newsletter goes any more. They are members' addresses, so the
 * desk looks after them, not whoever writes newsletters.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/returned-mails")
class ReturnedMailsPage {
    private final Newsletters newsletters;
    private final Pages pages;

    ReturnedMailsPage(Newsletters newsletters, Pages pages) {
        this.newsletters = newsletters;
        this.pages = pages;
    }

    @GetMapping
    View ask(Visit visit) {
        return page(visit, "", "", FormErrors.NONE);
    }

    @PostMapping
    View note(Visit visit, @RequestParam(defaultValue = "") String addresses) {
        if (addresses.isBlank()) {
            var empty = FormErrors.of("addresses", "戻ってきたメールの宛先を書いてください。");
            return page(visit, addresses, "", empty);
        }
        try {
            var noted = newsletters.noteReturned(visit.coopId(), addresses, visit.account());
            var done = Show.number(noted) + "件を記録しました。次の号から、送りません。";
            return page(visit, "", done, FormErrors.NONE);
        } catch (Refused refused) {
            var wrong = FormErrors.of("addresses", "メールアドレスではない行があります。1行に1件ずつ書いてください。");
            return page(visit, addresses, "", wrong);
        }
    }

    private View page(Visit visit, String addresses, String done, FormErrors errors) {
        return pages.form(
                visit,
                "戻ってきたメール",
                "office/members/returned.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "done",
                        done,
                        "addresses",
                        Field.longText("addresses", "届かなかった宛先")
                                .hint("1行に1件ずつ。「宛先がない」と戻ってきたメールアドレスです。")
                                .value(addresses)
                                .errors(errors)),
                errors);
    }
}
