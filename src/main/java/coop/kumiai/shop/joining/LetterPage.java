package coop.kumiai.shop.joining;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refused;
import coop.kumiai.membership.MyPageTerms;
import coop.kumiai.membership.PaperInvitations;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;

/**
 * お手紙からの登録 (M-USE-3): the codes of the letter and a mail address. The registration itself is behind
 * the link that goes there.
 */
@Controller
@Allow(Who.VISITOR)
class LetterPage {
    private final PaperInvitations papers;
    private final Policies policies;
    private final Pages pages;

    LetterPage(PaperInvitations papers, Policies policies, Pages pages) {
        this.papers = papers;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/letter")
    View show(Visit visit) {
        return page(visit, "", "", FormErrors.NONE);
    }

    /** What is asked for does not come back into the page's address: it names the member. */
    @PostMapping("/{coop}/letter")
    View take(
            Visit visit,
            @RequestParam(defaultValue = "") String memberCode,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String email) {
        try {
            papers.redeem(visit.coopId(), memberCode, code, email);
            return SeeOther.at(visit.path("letter/sent"));
        } catch (Refused refused) {
            return page(visit, memberCode, email, FormErrors.of(refused.refusals()));
        }
    }

    @GetMapping("/{coop}/letter/sent")
    View sent(Visit visit) {
        var valid = policies.today(visit.coopId(), MyPageTerms.class).invitationValid();
        return pages.page(
                visit,
                "メールをお送りしました",
                "shop/joining/letterSent.jte",
                Map.of("valid", JapaneseDates.duration(valid)));
    }

    private View page(Visit visit, String memberCode, String email, FormErrors errors) {
        return pages.form(
                visit,
                "お手紙からの登録",
                "shop/joining/letter.jte",
                Map.of(
                        "fields",
                        List.of(
                                Field.digits("memberCode", "組合員コード")
                                        .hint("お手紙に書いてある数字です。")
                                        .with("autocomplete", "off")
                                        .value(memberCode)
                                        .errors(errors),
                                Field.digits("code", "登録コード")
                                        .hint("お手紙に書いてある12桁の数字です。間のハイフンはあってもなくてもかまいません。")
                                        .with("autocomplete", "one-time-code")
                                        .errors(errors),
                                Field.email("email", "メールアドレス")
                                        .hint("登録のメールをお送りします。ログインのときにも使います。")
                                        .value(email)
                                        .errors(errors))),
                errors);
    }
}
