package coop.kumiai.shop.help;

import coop.kumiai.help.HelpArticles;
import coop.kumiai.help.HelpGroup;
import coop.kumiai.help.HelpLink;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.stores.Store;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.Set;

/** The help (ヘルプ), open to everybody: a table of contents with a search, and the articles. */
@Controller
@Allow(Who.VISITOR)
@WhileActing
class HelpPages {
    /** The modules whose articles hold for a co-op that has no net shop. */
    private static final Set<String> WITHOUT_NET_SHOP = Set.of("accounts", "members");

    private final HelpArticles articles;
    private final Deliveries deliveries;
    private final Pages pages;

    HelpPages(HelpArticles articles, Deliveries deliveries, Pages pages) {
        this.articles = articles;
        this.deliveries = deliveries;
        this.pages = pages;
    }

    @GetMapping({"/{coop}/help", "/{coop}/help/"})
    View contents(Visit visit, @RequestParam(defaultValue = "") String q) {
        var parameters =
                Map.of(
                        "words",
                        q.strip(),
                        "found",
                        articles.search(q).stream().filter(it -> concerns(visit, it)).toList(),
                        "groups",
                        articles.contents().stream().filter(it -> concerns(visit, it)).toList(),
                        "store",
                        store(visit));
        return pages.page(visit, "ヘルプ", "shop/help/contents.jte", parameters);
    }

    @GetMapping("/{coop}/help/{module}/{name}")
    View article(Visit visit, @PathVariable String module, @PathVariable String name) {
        var store = store(visit);
        var article =
                articles.read(visit.coopId(), store.id(), module, name)
                        .orElseThrow(() -> new NotFound("article"));
        return pages.page(
                visit,
                article.link().title(),
                "shop/help/article.jte",
                Map.of("article", article, "store", store));
    }

    /** Without a net shop, articles about buying concern nobody. */
    private static boolean concerns(Visit visit, HelpLink link) {
        return visit.netShop() || WITHOUT_NET_SHOP.contains(link.module());
    }

    private static boolean concerns(Visit visit, HelpGroup group) {
        return group.articles().stream().anyMatch(it -> concerns(visit, it));
    }

    /** Whose own values are printed, and who is there to help. */
    private Store store(Visit visit) {
        return deliveries
                .place(
                        visit.coopId(),
                        visit.signedIn().filter(it -> !it.isStaff()).map(SignedIn::accountId))
                .store();
    }
}
