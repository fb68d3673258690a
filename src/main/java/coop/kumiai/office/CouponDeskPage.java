package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Catalog;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.CouponTexts;
import coop.kumiai.kernel.Refused;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * クーポン: the desk sees them with their uses and gives one to a member; the manager makes and stops
 * them. What was done has a reason that is written down.
 */
@Controller
@NetShop
@RequestMapping("/{coop}/office/coupons")
class CouponDeskPage {
    private static final int ON_A_PAGE = 30;
    private static final String ONCE = "1";

    private final CouponDesk desk;
    private final CouponTexts texts;
    private final Catalog catalog;
    private final Stores stores;
    private final Pages pages;
    private final Clock clock;

    CouponDeskPage(
            CouponDesk desk,
            CouponTexts texts,
            Catalog catalog,
            Stores stores,
            Pages pages,
            Clock clock) {
        this.desk = desk;
        this.texts = texts;
        this.catalog = catalog;
        this.stores = stores;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Allow(Who.DESK)
    View list(Visit visit, @RequestParam Optional<UUID> after) {
        var coop = visit.coopId();
        var found = desk.latest(coop, after, ON_A_PAGE + 1);
        var rows =
                found.stream()
                        .limit(ON_A_PAGE)
                        .map(it -> new CouponRow(it, texts.of(coop, it.coupon()), today()))
                        .toList();
        return pages.page(
                visit,
                "クーポン",
                "office/coupons/list.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "rows",
                        rows,
                        "next",
                        found.size() > ON_A_PAGE ? rows.getLast().made().coupon().id() : "",
                        "makes",
                        Workplace.may(StaffRole.Kind.MANAGER, visit)));
    }

    @GetMapping("/new")
    @Allow(Who.MANAGER)
    View begin(Visit visit) {
        var blank = new LinkedMultiValueMap<String, String>();
        blank.add("from", today().toString());
        blank.add("mostOfMember", ONCE);
        return form(visit, blank, FormErrors.NONE);
    }

    @PostMapping("/new")
    @Allow(Who.MANAGER)
    View make(Visit visit, @RequestParam MultiValueMap<String, String> typed) {
        var unreadable = CouponForm.unreadable(typed);
        if (!unreadable.isEmpty()) {
            return form(visit, typed, unreadable);
        }
        try {
            var reason = Optional.ofNullable(typed.getFirst("reason")).orElse("");
            var id = desk.make(visit.coopId(), CouponForm.read(typed), visit.account(), reason);
            return SeeOther.at(visit.path("office/coupons/" + id));
        } catch (Refused refused) {
            return form(visit, typed, FormErrors.of(refused.refusals()));
        }
    }

    @GetMapping("/{coupon}")
    @Allow(Who.DESK)
    View show(Visit visit, @PathVariable UUID coupon) {
        return page(visit, coupon, "", FormErrors.NONE);
    }

    @PostMapping("/{coupon}/stop")
    @Allow(Who.MANAGER)
    View stop(Visit visit, @PathVariable UUID coupon, @RequestParam(defaultValue = "") String why) {
        try {
            desk.stop(visit.coopId(), coupon, visit.account(), why);
            return page(visit, coupon, "クーポンを止めました。", FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, coupon, "", FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/{coupon}/give")
    @Allow(Who.DESK)
    View give(
            Visit visit,
            @PathVariable UUID coupon,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason) {
        try {
            var member = desk.give(visit.coopId(), coupon, code, visit.account(), reason);
            var done = "%s様にお渡ししました。クーポンの一覧に出ます。".formatted(member.name().full());
            return page(visit, coupon, done, FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, coupon, "", FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, UUID couponId, String sentence, FormErrors errors) {
        var made = desk.get(visit.coopId(), couponId);
        var shown = new HashMap<String, Object>();
        shown.put("sections", Workplace.sections(visit));
        shown.put("row", new CouponRow(made, texts.of(visit.coopId(), made.coupon()), today()));
        shown.put("sentence", sentence);
        shown.put("stops", Workplace.may(StaffRole.Kind.MANAGER, visit));
        shown.put("code", Field.digits("code", "組合員コード").errors(errors));
        shown.put("reason", reason("reason", "例：配達の遅れのおわび。監査の記録に残ります。", errors));
        shown.put("why", reason("why", "例：内容の誤り。監査の記録に残ります。", errors));
        return pages.form(visit, made.coupon().title(), "office/coupons/coupon.jte", shown, errors);
    }

    private static Field reason(String name, String hint, FormErrors errors) {
        return Field.text(name, "理由").hint(hint).errors(errors);
    }

    private View form(Visit visit, MultiValueMap<String, String> typed, FormErrors errors) {
        var coop = visit.coopId();
        var form = new CouponForm(typed, errors, catalog.categories(coop), stores.all(coop));
        return pages.form(
                visit,
                "新しいクーポン",
                "office/coupons/new.jte",
                Map.of("sections", Workplace.sections(visit), "form", form),
                errors);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
