package coop.kumiai.office;

import coop.kumiai.kernel.Refused;
import coop.kumiai.stores.Closures;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 臨時のお休み: extra rests of the net shop, announced on every page beforehand (N-HOUR-1). */
@Controller
@NetShop
@Allow(Who.MANAGER)
@RequestMapping("/{coop}/office/closures")
class ClosuresPage {
    private final Closures closures;
    private final Pages pages;
    private final Clock clock;

    ClosuresPage(Closures closures, Pages pages, Clock clock) {
        this.closures = closures;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View show(Visit visit) {
        return page(visit, Map.of(), "", FormErrors.NONE);
    }

    @PostMapping
    View announce(Visit visit, @RequestParam Map<String, String> typed) {
        try {
            var closure =
                    closures.announce(
                            visit.coopId(),
                            visit.account(),
                            TypedMoment.of(typed, "from"),
                            TypedMoment.of(typed, "until"),
                            typed.getOrDefault("reason", ""));
            var sentence = closure.label() + "のお休みを、ネットスーパーのすべての画面でお知らせしています。";
            return page(visit, Map.of(), sentence, FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/{closure}/withdraw")
    View withdraw(
            Visit visit,
            @PathVariable UUID closure,
            @RequestParam(defaultValue = "") String reason) {
        try {
            closures.withdraw(visit.coopId(), visit.account(), closure, reason);
            return page(visit, Map.of(), "お休みを取りやめました。", FormErrors.NONE);
        } catch (Refused refused) {
            var errors = FormErrors.ofWhole(refused.refusals());
            return page(visit, Map.of(), "", errors);
        }
    }

    private View page(Visit visit, Map<String, String> typed, String sentence, FormErrors errors) {
        return pages.form(
                visit,
                "臨時のお休み",
                "office/closures.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "closures",
                        closures.coming(visit.coopId()),
                        "fields",
                        fields(typed, errors),
                        "sentence",
                        sentence),
                errors);
    }

    private List<Field> fields(Map<String, String> typed, FormErrors errors) {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        return List.of(
                TypedMoment.day("from", "はじまる日", typed, tomorrow).errors(errors),
                TypedMoment.time("from", "はじまる時刻", typed, "02:00"),
                TypedMoment.day("until", "終わる日", typed, tomorrow).errors(errors),
                TypedMoment.time("until", "終わる時刻", typed, "05:00"),
                Field.text("reason", "理由")
                        .hint("例：システムの点検。組合員の画面に出ます。監査の記録にも残ります。")
                        .value(typed.getOrDefault("reason", ""))
                        .errors(errors));
    }
}
