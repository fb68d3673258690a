package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.FeeCampaign;
import coop.kumiai.stores.FeeRefusal;
import coop.kumiai.stores.Fees;
import coop.kumiai.stores.Stores;
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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/** 配達手数料の割引: fee campaigns of my store, announced and ended with a reason (N-FEE-1). */
@Controller
@NetShop
@Allow(Who.MANAGER)
@RequestMapping("/{coop}/office/fees")
class FeesPage {
    private final Fees fees;
    private final Stores stores;
    private final Pages pages;
    private final Clock clock;

    FeesPage(Fees fees, Stores stores, Pages pages, Clock clock) {
        this.fees = fees;
        this.stores = stores;
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
            var campaign = campaign(typed);
            var reason = typed.getOrDefault("reason", "");
            fees.announce(visit.coopId(), visit.account(), store(visit), campaign, reason);
            return page(visit, Map.of(), campaign.words() + "。便を選ぶ画面でお知らせします。", FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    @PostMapping("/{campaign}/withdraw")
    View withdraw(
            Visit visit,
            @PathVariable UUID campaign,
            @RequestParam(defaultValue = "") String reason) {
        try {
            fees.withdraw(visit.coopId(), visit.account(), store(visit), campaign, reason);
            return page(visit, Map.of(), "割引を終えました。承ったご注文の手数料は、そのままです。", FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, Map.of(), "", FormErrors.ofWhole(refused.refusals()));
        }
    }

    private FeeCampaign campaign(Map<String, String> typed) {
        try {
            return new FeeCampaign(
                    Ids.next(clock),
                    JapaneseText.tidy(typed.getOrDefault("name", "")),
                    LocalDate.parse(typed.getOrDefault("firstDay", "")),
                    LocalDate.parse(typed.getOrDefault("lastDay", "")),
                    slot(typed.getOrDefault("slot", "")),
                    amount(typed.getOrDefault("least", "")),
                    amount(typed.getOrDefault("fee", "")));
        } catch (DateTimeParseException unreadable) {
            throw Refused.because(new FeeRefusal.NoDays());
        }
    }

    private static OptionalInt slot(String typed) {
        var number = amount(typed.isBlank() ? "0" : typed).amount();
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(number));
    }

    private static Yen amount(String typed) {
        var digits = JapaneseText.digits(typed);
        if (!digits.matches("[0-9]{1,7}")) {
            throw Refused.because(new FeeRefusal.NoAmount());
        }
        return Yen.of(Long.parseLong(digits));
    }

    private static String store(Visit visit) {
        return Workplace.as(StaffRole.Kind.MANAGER, visit).storeId();
    }

    private View page(Visit visit, Map<String, String> typed, String sentence, FormErrors errors) {
        var coop = visit.coopId();
        return pages.form(
                visit,
                "配達手数料の割引",
                "office/fees.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "store",
                        stores.get(coop, store(visit)).name(),
                        "ordinary",
                        fees.ordinary(coop, store(visit), LocalDate.now(clock)),
                        "campaigns",
                        fees.coming(coop, store(visit)),
                        "fields",
                        fields(typed, errors),
                        "sentence",
                        sentence),
                errors);
    }

    private List<Field> fields(Map<String, String> typed, FormErrors errors) {
        var tomorrow = LocalDate.now(clock).plusDays(1).toString();
        return List.of(
                Field.text("name", "割引の名前")
                        .hint("例：年末送料割引。便を選ぶ画面、カート、納品書に載ります。")
                        .value(typed.get("name"))
                        .errors(errors),
                Field.of(Field.Kind.DATE, "firstDay", "お届けのはじめの日")
                        .value(typed.getOrDefault("firstDay", tomorrow))
                        .errors(errors),
                Field.of(Field.Kind.DATE, "lastDay", "お届けの終わりの日")
                        .value(typed.getOrDefault("lastDay", tomorrow)),
                Field.digits("slot", "便の番号")
                        .optional()
                        .hint("どの便にも使えるときは、空けておきます。")
                        .value(typed.get("slot")),
                Field.digits("least", "商品合計（税込）")
                        .hint("この金額以上のご注文に使えます。0は、いくらからでも使えます。")
                        .value(typed.getOrDefault("least", "0")),
                Field.digits("fee", "割引後の配達手数料（税込）").value(typed.get("fee")).errors(errors),
                Field.text("reason", "理由")
                        .hint("監査の記録に残ります。")
                        .value(typed.get("reason"))
                        .errors(errors));
    }
}
