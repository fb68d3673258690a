package coop.kumiai.shop.newsletter;

import coop.kumiai.newsletters.StopLinks;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/**
 * 配信停止, without signing in. Opening the link changes nothing, because mail scanners open links too;
 * the button ends the newsletter, and so does a mailbox that sends the same by itself (RFC 8058).
 */
@Controller
@Allow(Who.VISITOR)
@RequestMapping("/{coop}/newsletter/stop/{token}")
class NewsletterStopPage {
    private final StopLinks links;
    private final Pages pages;

    NewsletterStopPage(StopLinks links, Pages pages) {
        this.links = links;
        this.pages = pages;
    }

    @GetMapping
    View ask(Visit visit, @PathVariable String token) {
        links.check(visit.coopId(), token);
        return page(visit, token, false);
    }

    @PostMapping
    View stop(Visit visit, @PathVariable String token) {
        links.stop(visit.coopId(), token);
        return page(visit, token, true);
    }

    private View page(Visit visit, String token, boolean stopped) {
        return pages.page(
                visit,
                stopped ? "配信を止めました" : "お知らせメールの配信停止",
                "shop/newsletter/stop.jte",
                Map.of("action", visit.path("newsletter/stop/" + token), "stopped", stopped));
    }
}
