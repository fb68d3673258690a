package coop.kumiai.shop.history;

import coop.kumiai.accounts.Errand;
import coop.kumiai.aftercare.CaredOrder;
import coop.kumiai.aftercare.Trouble;
import coop.kumiai.aftercare.Troubles;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.Typed;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 傷んでいた、違っていた、足りなかった: a member tells the store of delivered goods (N-RET-2). */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
@RequestMapping("/{coop}/orders/{order}/trouble")
class TroublePage {
    private final Troubles troubles;
    private final Stores stores;
    private final Pages pages;
    private final Clock clock;

    TroublePage(Troubles troubles, Stores stores, Pages pages, Clock clock) {
        this.troubles = troubles;
        this.stores = stores;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View ask(Visit visit, @PathVariable String order) {
        return page(visit, order, Map.of(), FormErrors.NONE);
    }

    @PostMapping
    View tell(Visit visit, @PathVariable String order, @RequestParam Map<String, String> sent) {
        var id = Typed.id(order);
        try {
            var of = troubles.own(visit.coopId(), visit.account(), id);
            troubles.tell(
                    visit.coopId(),
                    visit.account(),
                    id,
                    goods(of, sent),
                    sent.getOrDefault("words", ""),
                    sent.getOrDefault("once", ""));
            return SeeOther.at(visit.path("orders/" + id + "#care"));
        } catch (Refused refused) {
            return page(visit, order, sent, FormErrors.of(refused.refusals()));
        }
    }

    private static List<Trouble.Goods> goods(CaredOrder of, Map<String, String> sent) {
        var goods = new ArrayList<Trouble.Goods>();
        for (var line : of.lines()) {
            var pieces = Typed.number(sent.getOrDefault("pieces-" + line.number(), "1")).orElse(-1);
            kind(sent.getOrDefault("line-" + line.number(), ""))
                    .ifPresent(kind -> goods.add(new Trouble.Goods(line.number(), kind, pieces)));
        }
        return goods;
    }

    private static Optional<Trouble.Kind> kind(String code) {
        for (var kind : Trouble.Kind.values()) {
            if (kind.name().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private View page(Visit visit, String order, Map<String, String> sent, FormErrors errors) {
        var of = troubles.own(visit.coopId(), visit.account(), Typed.id(order));
        return pages.form(
                visit,
                "お店に知らせる",
                "shop/history/trouble.jte",
                Map.of(
                        "of",
                        of,
                        "store",
                        stores.get(visit.coopId(), of.order().slot().storeId()),
                        "sent",
                        sent,
                        "once",
                        sent.getOrDefault("once", Ids.next(clock).toString())),
                errors);
    }
}
