package coop.kumiai.shop.requests;

import coop.kumiai.membership.MailChoices;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Option;
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

/** メールの設定: the newsletter, or not. */
@Controller
@Allow(Who.MEMBER)
class MailChoicePage {
    private static final String YES = "yes";
    private final SignedInMember signedIn;
    private final MailChoices choices;
    private final Pages pages;

    MailChoicePage(SignedInMember signedIn, MailChoices choices, Pages pages) {
        this.signedIn = signedIn;
        this.choices = choices;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/mail")
    View show(Visit visit, @RequestParam(defaultValue = "") String done) {
        var wants = choices.wantsNewsletter(visit.coopId(), signedIn.of(visit).memberId());
        return pages.page(
                visit,
                "メールの設定",
                "shop/requests/mail.jte",
                Map.of(
                        "newsletter",
                        Choice.oneOf(
                                        "newsletter",
                                        "お知らせメール",
                                        List.of(Option.of(YES, "受け取る"), Option.of("no", "受け取らない")))
                                .hint("催しや商品のご案内です。お手続きのご連絡は、どちらをお選びでもお送りします。")
                                .chosen(wants ? YES : "no"),
                        "notices",
                        done.isEmpty() ? List.of() : List.of(Notice.done("メールの設定を変えました。"))));
    }

    @PostMapping("/{coop}/account/mail")
    View choose(Visit visit, @RequestParam(defaultValue = "no") String newsletter) {
        choices.choose(visit.coopId(), signedIn.of(visit).memberId(), newsletter.equals(YES));
        return SeeOther.at(visit.path("account/mail?done=1"));
    }
}
