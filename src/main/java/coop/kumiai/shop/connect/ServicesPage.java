package coop.kumiai.shop.connect;

import coop.kumiai.connect.Consents;
import coop.kumiai.connect.Services;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** ログインを使っているサービス: which services a member lets in, what each sees, and the way to end it. */
@Controller
@Allow(Who.MEMBER)
@RecentProof
class ServicesPage {
    private final Services services;
    private final Consents consents;
    private final Pages pages;

    ServicesPage(Services services, Consents consents, Pages pages) {
        this.services = services;
        this.consents = consents;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/services")
    View show(Visit visit, @RequestParam(defaultValue = "") String done) {
        return pages.page(
                visit,
                "ログインを使っているサービス",
                "shop/connect/services.jte",
                Map.of(
                        "rows",
                        consents.of(visit.coopId(), visit.account()),
                        "notices",
                        done.isEmpty() ? List.of() : List.of(Notice.done("そのサービスへ情報を渡すのをやめました。"))));
    }

    @PostMapping("/{coop}/account/services/{service}/end")
    View end(Visit visit, @PathVariable UUID service) {
        var known = services.get(visit.coopId(), service);
        consents.end(visit.coopId(), visit.account(), known);
        return SeeOther.at(visit.path("account/services?done=one"));
    }
}
