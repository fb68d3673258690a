package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.Till;
import coop.kumiai.accounts.Tills;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.Stores;
import coop.kumiai.tills.TillClosing;
import coop.kumiai.tills.TillDayRefusal;
import coop.kumiai.tills.TillDays;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** レジ締め of a store by day: what each till took, and whether the cash that was counted agrees. */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/till-days")
class TillDaysPage {
    private static final int MOST = 100;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,8}");
    private final TillDays days;
    private final Tills tills;
    private final Stores stores;
    private final Pages pages;
    private final Clock clock;

    TillDaysPage(TillDays days, Tills tills, Stores stores, Pages pages, Clock clock) {
        this.days = days;
        this.tills = tills;
        this.stores = stores;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View list(Visit visit, @RequestParam(defaultValue = "") String store) {
        var own = Workplace.storesOf(StaffRole.Kind.DESK, visit);
        var storeId = own.contains(store) ? store : own.getFirst();
        var today = JapaneseDates.dayOf(clock.instant());
        return pages.page(
                visit,
                "レジ締め",
                "office/tillDays/list.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "store",
                        stores.get(visit.coopId(), storeId),
                        "stores",
                        own.stream()
                                .map(it -> Option.of(it, stores.get(visit.coopId(), it).name()))
                                .toList(),
                        "rows",
                        days.of(visit.coopId(), storeId, today, MOST).stream()
                                .map(it -> row(visit, it))
                                .toList()));
    }

    @GetMapping("/{closing}")
    View show(Visit visit, @PathVariable UUID closing) {
        return page(visit, own(visit, closing), "", "", FormErrors.NONE);
    }

    @PostMapping("/{closing}")
    View count(
            Visit visit,
            @PathVariable UUID closing,
            @RequestParam(defaultValue = "") String counted,
            @RequestParam(defaultValue = "") String note) {
        var own = own(visit, closing);
        try {
            var cash =
                    amount(counted)
                            .orElseThrow(() -> Refused.because(new TillDayRefusal.NoCount()));
            days.count(visit.coopId(), closing, cash, note, visit.account());
        } catch (Refused refused) {
            return page(visit, own, counted, note, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("office/till-days/" + closing));
    }

    private View page(
            Visit visit, TillClosing closing, String counted, String note, FormErrors errors) {
        return pages.form(
                visit,
                "レジ締め",
                "office/tillDays/day.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "row",
                        row(visit, closing),
                        "fields",
                        List.of(
                                Field.digits("counted", "数えた現金（円）")
                                        .hint("つり銭準備金を除いた、チャージでお預かりした現金です。")
                                        .value(counted)
                                        .errors(errors),
                                Field.text("note", "違うときは、その理由")
                                        .optional()
                                        .hint("監査の記録に残ります。")
                                        .value(note)
                                        .errors(errors))),
                errors);
    }

    /** Of a store where whoever asks works: takings of others are none of their business. */
    private TillClosing own(Visit visit, UUID closingId) {
        var closing = days.get(visit.coopId(), closingId);
        if (!Workplace.storesOf(StaffRole.Kind.DESK, visit).contains(closing.storeId())) {
            throw new NotFound("closing");
        }
        return closing;
    }

    private TillDayRow row(Visit visit, TillClosing closing) {
        Till till = tills.get(visit.coopId(), closing.tillId());
        return new TillDayRow(
                closing, till.name(), stores.get(visit.coopId(), closing.storeId()).name());
    }

    private static Optional<Yen> amount(String typed) {
        var digits = JapaneseText.digits(typed).replace(",", "").replace("円", "");
        return AMOUNT.matcher(digits).matches()
                ? Optional.of(Yen.of(Long.parseLong(digits)))
                : Optional.empty();
    }
}
