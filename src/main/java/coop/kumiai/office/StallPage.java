package coop.kumiai.office;

import coop.kumiai.accounts.Till;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.Stores;
import coop.kumiai.tills.TillDays;
import coop.kumiai.tills.TillReceipt;
import coop.kumiai.tills.TillRefusal;
import coop.kumiai.tills.TillSales;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.web.Allow;
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

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 出張レジ (U-WAL-4): a phone of the staff is the till of a pop-up stall. Amounts are typed or goods
 * scanned, then the member's code; the same services answer as at any till. The key of each act is
 * in the form, so that what is sent again after the network was lost happens once.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/stall")
class StallPage {
    private final StallPlace place;
    private final StallBaskets baskets;
    private final TillSales sales;
    private final TillDays days;
    private final Stores stores;
    private final Pages pages;
    private final Clock clock;

    StallPage(
            StallPlace place,
            StallBaskets baskets,
            TillSales sales,
            TillDays days,
            Stores stores,
            Pages pages,
            Clock clock) {
        this.place = place;
        this.baskets = baskets;
        this.sales = sales;
        this.days = days;
        this.stores = stores;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View choose(Visit visit) {
        var rows =
                place.tills(visit).stream()
                        .map(it -> new TillRow(it, stores.get(visit.coopId(), it.storeId()).name()))
                        .toList();
        return pages.page(
                visit,
                "出張レジ",
                "office/stall/choose.jte",
                Map.of("sections", Workplace.sections(visit), "rows", rows));
    }

    @GetMapping("/{till}")
    View show(Visit visit, @PathVariable UUID till) {
        return basket(visit, place.at(visit, till), StallBasket.EMPTY, "", FormErrors.NONE);
    }

    /** Adds what was typed or scanned, or takes the last thing away. */
    @PostMapping("/{till}")
    View add(
            Visit visit,
            @PathVariable UUID till,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean undo) {
        var at = place.at(visit, till);
        var items = new ArrayList<>(item);
        if (undo && !items.isEmpty()) {
            items.removeLast();
        }
        var more =
                undo ? Optional.<String>empty() : baskets.item(visit.coopId(), at.storeId(), code);
        more.ifPresent(items::add);
        var errors =
                undo || more.isPresent()
                        ? FormErrors.NONE
                        : FormErrors.of("code", "金額を円で入れるか、このお店で扱う商品のバーコードを読み取ってください。");
        var basket = baskets.read(visit.coopId(), at.storeId(), items);
        return basket(visit, at, basket, errors.isEmpty() ? "" : code, errors);
    }

    /** The next thing is the member's code. */
    @PostMapping("/{till}/code")
    View askCode(
            Visit visit,
            @PathVariable UUID till,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam(defaultValue = "payment") String as) {
        var at = place.at(visit, till);
        var basket = baskets.read(visit.coopId(), at.storeId(), item);
        return basket.lines().isEmpty()
                ? basket(visit, at, basket, "", FormErrors.of("code", "先に金額か商品を入れてください。"))
                : code(visit, at, basket, as, FormErrors.NONE);
    }

    @PostMapping("/{till}/act")
    View act(
            Visit visit,
            @PathVariable UUID till,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam(defaultValue = "payment") String as,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String code) {
        var at = place.at(visit, till);
        var basket = baskets.read(visit.coopId(), at.storeId(), item);
        var request = StallPlace.request(at, key);
        try {
            var receipt =
                    as.equals("charge")
                            ? sales.charge(visit.coopId(), request, code, basket.total())
                            : sales.pay(
                                    visit.coopId(),
                                    request,
                                    code,
                                    basket.total(),
                                    basket.lines(),
                                    PointUse.FIRST);
            place.note(visit, receipt);
            return done(visit, at, receipt);
        } catch (Refused refused) {
            return refused.refusals().getFirst() instanceof TillRefusal.KeyOfAnother
                    ? before(visit, at, basket, as, key)
                    : code(visit, at, basket, as, FormErrors.of(refused.refusals()));
        }
    }

    /**
     * The answer was lost and the member's next code was scanned: what the form did before is the
     * answer, and nothing is done twice.
     */
    private View before(Visit visit, Till at, StallBasket basket, String as, String key) {
        try {
            return done(visit, at, sales.find(visit.coopId(), at.tillId(), key));
        } catch (Refused refused) {
            return code(visit, at, basket, as, FormErrors.of(refused.refusals()));
        }
    }

    /** 取消 of what was done just now: a payment whole, a charge as far as it is there. */
    @PostMapping("/{till}/undo")
    View undo(
            Visit visit,
            @PathVariable UUID till,
            @RequestParam String key,
            @RequestParam UUID transaction,
            @RequestParam(defaultValue = "payment") String as) {
        var at = place.at(visit, till);
        var request = StallPlace.request(at, key);
        var all = Optional.<Yen>empty();
        try {
            var receipt =
                    as.equals("charge")
                            ? sales.takeBack(visit.coopId(), request, transaction, all, "出張レジでの取消")
                            : sales.refund(visit.coopId(), request, transaction, all, "出張レジでの取消");
            place.note(visit, receipt);
            return done(visit, at, receipt);
        } catch (Refused refused) {
            return basket(visit, at, StallBasket.EMPTY, "", FormErrors.ofWhole(refused.refusals()));
        }
    }

    @GetMapping("/{till}/day")
    View day(Visit visit, @PathVariable UUID till) {
        var at = place.at(visit, till);
        return pages.page(
                visit,
                "きょうの合計",
                "office/stall/day.jte",
                Map.of(
                        "till",
                        at,
                        "totals",
                        days.open(visit.coopId(), till),
                        "base",
                        base(visit, at)));
    }

    @PostMapping("/{till}/close")
    View close(Visit visit, @PathVariable UUID till) {
        place.at(visit, till);
        var closed = days.close(visit.coopId(), till, Optional.empty());
        return SeeOther.at(visit.path("office/till-days/" + closed.closing().closingId()));
    }

    private View basket(
            Visit visit, Till till, StallBasket basket, String typed, FormErrors errors) {
        return pages.form(
                visit,
                "出張レジ",
                "office/stall/basket.jte",
                Map.of("till", till, "basket", basket, "typed", typed, "base", base(visit, till)),
                errors);
    }

    /** A key that was refused stays refused: each question has a new one. */
    private View code(Visit visit, Till till, StallBasket basket, String as, FormErrors errors) {
        return pages.form(
                visit,
                as.equals("charge") ? "チャージ" : "お支払い",
                "office/stall/code.jte",
                Map.of(
                        "till",
                        till,
                        "basket",
                        basket,
                        "as",
                        as,
                        "key",
                        newKey(),
                        "base",
                        base(visit, till)),
                errors);
    }

    private View done(Visit visit, Till till, TillReceipt receipt) {
        return pages.page(
                visit,
                receipt.kind().words(),
                "office/stall/done.jte",
                Map.of(
                        "till",
                        till,
                        "receipt",
                        receipt,
                        "key",
                        newKey(),
                        "base",
                        base(visit, till)));
    }

    private String newKey() {
        return "stall-" + Ids.next(clock);
    }

    private static String base(Visit visit, Till till) {
        return visit.path("office/stall/" + till.tillId());
    }
}
