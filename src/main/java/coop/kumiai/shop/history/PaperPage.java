package coop.kumiai.shop.history;

import coop.kumiai.accounts.Errand;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.Paper;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.Orders;
import coop.kumiai.shop.Typed;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Papers;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/** 納品書・領収書 of a member's own order (N-RCPT-1, N-RCPT-2): as a page and as a file. */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
@RequestMapping("/{coop}/orders/{order}/papers/{number}")
class PaperPage {
    private final Orders orders;
    private final Documents documents;
    private final Pages pages;
    private final Papers papers;

    PaperPage(Orders orders, Documents documents, Pages pages, Papers papers) {
        this.orders = orders;
        this.documents = documents;
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping
    View show(Visit visit, @PathVariable String order, @PathVariable String number) {
        var paper = own(visit, order, number);
        return pages.page(
                visit,
                paper.title() + " " + paper.number(),
                "shop/history/paper.jte",
                Map.of("paper", paper));
    }

    @GetMapping("/pdf")
    View pdf(Visit visit, @PathVariable String order, @PathVariable String number) {
        var paper = own(visit, order, number);
        return papers.pdf("documents/paper.jte", Map.of("paper", paper), paper.fileName());
    }

    /** Only of an order of theirs. */
    private Paper own(Visit visit, String typedOrder, String number) {
        var order = orders.own(visit.coopId(), visit.account(), Typed.id(typedOrder));
        return documents.ofOrder(visit.coopId(), order.id()).stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new NotFound("paper"));
    }
}
