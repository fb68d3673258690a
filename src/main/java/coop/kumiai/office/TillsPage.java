package coop.kumiai.office;

import coop.kumiai.accounts.Till;
import coop.kumiai.accounts.TillTerms;
import coop.kumiai.accounts.Tills;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;
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

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * レジの端末: which tills may ask for members' cards. A new one is given its secret once; one that was
 * lost is stopped at once. Both with a reason that is written down.
 */
@Controller
@Allow(Who.MANAGER)
@RequestMapping("/{coop}/office/tills")
class TillsPage {
    private final Tills tills;
    private final Stores stores;
    private final Policies policies;
    private final Pages pages;

    TillsPage(Tills tills, Stores stores, Policies policies, Pages pages) {
        this.tills = tills;
        this.stores = stores;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit) {
        var all = tills.all(visit.coopId());
        return pages.page(
                visit,
                "レジの端末",
                "office/tills/tills.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "rows",
                        all.stream().map(it -> row(visit, it)).toList()));
    }

    @GetMapping("/new")
    View ask(Visit visit) {
        return form(visit, "", "", "", FormErrors.NONE);
    }

    /** Shows the secret, once. */
    @PostMapping("/new")
    View issue(
            Visit visit,
            @RequestParam(defaultValue = "") String store,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reason) {
        try {
            var storeId = store(visit, store).id();
            var issued = tills.issue(visit.coopId(), storeId, name, visit.account(), reason);
            return pages.page(
                    visit,
                    "端末を登録しました",
                    "office/tills/issued.jte",
                    Map.of(
                            "sections",
                            Workplace.sections(visit),
                            "row",
                            row(visit, tills.get(visit.coopId(), issued.tillId())),
                            "secret",
                            issued.secret(),
                            "tokenValid",
                            JapaneseDates.duration(
                                    policies.today(visit.coopId(), TillTerms.class).tokenValid())));
        } catch (Refused refused) {
            return form(visit, store, name, reason, FormErrors.of(refused.refusals()));
        }
    }

    @GetMapping("/{till}")
    View show(Visit visit, @PathVariable UUID till) {
        return page(visit, till, "", FormErrors.NONE);
    }

    @PostMapping("/{till}/revoke")
    View revoke(
            Visit visit, @PathVariable UUID till, @RequestParam(defaultValue = "") String reason) {
        try {
            tills.revoke(visit.coopId(), till, visit.account(), reason);
            return page(visit, till, "端末を止めました。いまからこの端末では何も確かめられません。", FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, till, "", FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, UUID till, String sentence, FormErrors errors) {
        var row = row(visit, tills.get(visit.coopId(), till));
        return pages.form(
                visit,
                row.till().name(),
                "office/tills/till.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "row",
                        row,
                        "sentence",
                        sentence,
                        "reason",
                        reason("例：端末を替えた。監査の記録に残ります。", "", errors)),
                errors);
    }

    private View form(Visit visit, String store, String name, String reason, FormErrors errors) {
        return pages.form(
                visit,
                "端末の登録",
                "office/tills/new.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "fields",
                        List.of(
                                Field.select("store", "お店", storeOptions(visit)).value(store),
                                Field.text("name", "端末の名前")
                                        .hint("例：1番レジ")
                                        .value(name)
                                        .errors(errors),
                                reason("例：新しいレジ。監査の記録に残ります。", reason, errors))),
                errors);
    }

    private static Field reason(String hint, String typed, FormErrors errors) {
        return Field.text("reason", "理由").hint(hint).value(typed).errors(errors);
    }

    private List<Option> storeOptions(Visit visit) {
        return stores.all(visit.coopId()).stream()
                .map(it -> Option.of(it.id(), it.name()))
                .toList();
    }

    private Store store(Visit visit, String storeId) {
        return stores.all(visit.coopId()).stream()
                .filter(it -> it.id().equals(storeId))
                .findFirst()
                .orElseThrow(() -> new NotFound("store"));
    }

    private TillRow row(Visit visit, Till till) {
        return new TillRow(till, store(visit, till.storeId()).name());
    }
}
