package coop.kumiai.office;

import coop.kumiai.accounts.StaffAccounts;
import coop.kumiai.accounts.StaffMember;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.StaffTerms;
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
import coop.kumiai.web.RecentProof;
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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * 職員: whom a manager looks after, what they may do, when they were last here; a role given or
 * taken, a new first password, the end of an account. Each with a reason, after a fresh sign-in.
 */
@Controller
@Allow(Who.MANAGER)
@RecentProof
@RequestMapping("/{coop}/office/staff")
class StaffPage {
    private final StaffAccounts staff;
    private final Stores stores;
    private final Policies policies;
    private final Pages pages;

    StaffPage(StaffAccounts staff, Stores stores, Policies policies, Pages pages) {
        this.staff = staff;
        this.stores = stores;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit, @RequestParam(defaultValue = "") String ended) {
        var rows =
                staff.of(visit.coopId(), visit.account()).stream()
                        .map(it -> row(visit, it))
                        .toList();
        return pages.page(
                visit,
                "職員",
                "office/staff/staff.jte",
                Map.of("sections", Workplace.sections(visit), "rows", rows, "ended", ended));
    }

    @GetMapping("/{member}")
    View show(Visit visit, @PathVariable UUID member) {
        return page(visit, member, "", FormErrors.NONE);
    }

    @PostMapping("/{member}/give")
    View give(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String store,
            @RequestParam(defaultValue = "") String reason) {
        var role = role(visit, kind + "/" + store);
        return done(
                visit,
                member,
                "役割を加えました。次のログインから使えます。",
                () -> staff.give(visit.coopId(), member, role, visit.account(), reason));
    }

    @PostMapping("/{member}/take")
    View take(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String reason) {
        var taken = role(visit, role);
        return done(
                visit,
                member,
                "役割を外しました。",
                () -> staff.take(visit.coopId(), member, taken, visit.account(), reason));
    }

    /** Shows the first password, once. */
    @PostMapping("/{member}/first-password")
    View firstPassword(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason) {
        try {
            var password = staff.newFirstPassword(visit.coopId(), member, visit.account(), reason);
            var terms = policies.today(visit.coopId(), StaffTerms.class);
            return pages.page(
                    visit,
                    "最初のパスワード",
                    "office/staff/issued.jte",
                    Map.of(
                            "sections",
                            Workplace.sections(visit),
                            "row",
                            row(visit, get(visit, member)),
                            "password",
                            password,
                            "valid",
                            JapaneseDates.duration(terms.firstPasswordValid())));
        } catch (Refused refused) {
            return page(visit, member, "", FormErrors.of(refused.refusals()));
        }
    }

    @GetMapping("/{member}/end")
    View askEnd(Visit visit, @PathVariable UUID member) {
        return endPage(visit, member, FormErrors.NONE);
    }

    @PostMapping("/{member}/end")
    View end(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason) {
        try {
            staff.end(visit.coopId(), member, visit.account(), reason);
            return SeeOther.at(visit.path("office/staff?ended=true"));
        } catch (Refused refused) {
            return endPage(visit, member, FormErrors.of(refused.refusals()));
        }
    }

    private View done(Visit visit, UUID member, String sentence, Runnable doing) {
        try {
            doing.run();
            return page(visit, member, sentence, FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, member, "", FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, UUID accountId, String sentence, FormErrors errors) {
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("row", row(visit, get(visit, accountId)));
        all.put("sentence", sentence);
        all.put("kind", Field.select("kind", "役割", kinds()));
        all.put("store", Field.select("store", "お店", storeOptions(visit)));
        all.put("reason", reason("例：異動。監査の記録に残ります。", errors));
        return pages.form(visit, "職員", "office/staff/member.jte", all, errors);
    }

    private View endPage(Visit visit, UUID accountId, FormErrors errors) {
        return pages.form(
                visit,
                "アカウントの終了",
                "office/staff/end.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "row",
                        row(visit, get(visit, accountId)),
                        "reason",
                        reason("例：退職。監査の記録に残ります。", errors)),
                errors);
    }

    private StaffMember get(Visit visit, UUID accountId) {
        return staff.get(visit.coopId(), visit.account(), accountId);
    }

    private StaffRow row(Visit visit, StaffMember member) {
        var manager = visit.account();
        return StaffRow.of(
                member,
                stores.all(visit.coopId()),
                manager.equals(member.accountId()),
                staff.managesAll(visit.coopId(), manager, member),
                storeId -> staff.manages(visit.coopId(), manager, storeId));
    }

    private static Field reason(String hint, FormErrors errors) {
        return Field.text("reason", "理由").hint(hint).errors(errors);
    }

    private static List<Option> kinds() {
        return Arrays.stream(StaffRole.Kind.values())
                .map(it -> Option.of(it.code(), it.label()))
                .toList();
    }

    private List<Option> storeOptions(Visit visit) {
        return stores.all(visit.coopId()).stream()
                .filter(it -> staff.manages(visit.coopId(), visit.account(), it.id()))
                .map(it -> Option.of(it.id(), it.name()))
                .toList();
    }

    /** As the forms write it: kind and store. */
    private StaffRole role(Visit visit, String written) {
        var parts = written.split("/", -1);
        var known = stores.all(visit.coopId()).stream().map(Store::id).toList();
        try {
            if (parts.length == 2 && known.contains(parts[1])) {
                return new StaffRole(StaffRole.Kind.of(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException unknown) {
            throw new NotFound("role");
        }
        throw new NotFound("role");
    }
}
