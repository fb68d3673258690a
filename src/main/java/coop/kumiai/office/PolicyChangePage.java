package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffAccounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.StaffTerms;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyRegistry;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Change;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * 規程の変更: a new value from a coming day on, with a reason. Seen before and after, then decided;
 * rules, refusals and help follow by themselves.
 */
@Controller
@Allow(Who.MANAGER)
@RequestMapping("/{coop}/office/policies/{code}")
class PolicyChangePage {
    private final Pages pages;
    private final Policies policies;
    private final PolicyRegistry registry;
    private final PolicyForm form;
    private final PolicyWords words;
    private final StaffAccounts staff;
    private final Audit audit;
    private final Clock clock;

    PolicyChangePage(
            Pages pages,
            Policies policies,
            PolicyRegistry registry,
            PolicyForm form,
            PolicyWords words,
            StaffAccounts staff,
            Audit audit,
            Clock clock) {
        this.pages = pages;
        this.policies = policies;
        this.registry = registry;
        this.form = form;
        this.words = words;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    View form(Visit visit, @PathVariable String code) {
        requireMine(visit, code);
        var now = now(visit, code, "");
        return form(visit, code, form.typed(now), FormErrors.NONE);
    }

    /** First shows the change, then, confirmed, decides it. */
    @PostMapping
    View change(
            Visit visit,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "false") boolean confirmed) {
        requireMine(visit, code);
        var read = form.read(type(code), typed);
        var errors = errors(visit, read.errors(), typed);
        if (!errors.isEmpty()) {
            return form(visit, code, typed, errors);
        }
        var next = read.policy().orElseThrow();
        return confirmed ? decide(visit, code, typed, next) : check(visit, code, typed, next);
    }

    /**
     * Whose managers look after all staff is no other manager's to decide: nobody widens their own
     * rights.
     */
    private void requireMine(Visit visit, String code) {
        if (type(code) == StaffTerms.class) {
            staff.requireOffice(visit.coopId(), visit.account());
        }
    }

    private View decide(Visit visit, String code, Map<String, String> typed, Policy next) {
        var by = visit.signedIn().map(SignedIn::displayName).orElseThrow();
        try {
            policies.decide(
                    visit.coopId(),
                    new DatedPolicy<>(
                            scope(visit, code, typed),
                            from(typed).orElseThrow(),
                            next,
                            by,
                            reason(typed)));
        } catch (DuplicateKeyException taken) {
            return form(
                    visit, code, typed, FormErrors.of("from", "この日からの値はもう決まっています。別の日を選んでください。"));
        }
        return SeeOther.at(visit.path("office/policies?decided=" + code));
    }

    private View check(Visit visit, String code, Map<String, String> typed, Policy next) {
        var before = form.inWords(code, now(visit, code, scope(visit, code, typed)));
        var changes =
                form.inWords(code, next).entrySet().stream()
                        .map(it -> change(before, it.getKey(), it.getValue()))
                        .toList();
        return page(
                visit,
                "規程の変更の確認",
                "office/policies/check.jte",
                Map.of(
                        "code",
                        code,
                        "name",
                        words.name(code),
                        "changes",
                        changes,
                        "typed",
                        typed,
                        "from",
                        from(typed).orElseThrow(),
                        "reason",
                        reason(typed)),
                HttpStatus.OK);
    }

    private static Change change(Map<String, String> before, String name, String after) {
        return new Change(name, before.getOrDefault(name, ""), after, null);
    }

    private View form(Visit visit, String code, Map<String, String> typed, FormErrors errors) {
        var parameters = new HashMap<String, Object>();
        parameters.put("code", code);
        parameters.put("name", words.name(code));
        parameters.put("fields", form.fields(code, type(code), typed, errors));
        parameters.put("typed", typed);
        parameters.put("byStore", isByStore(visit, code));
        parameters.put("tomorrow", LocalDate.now(clock).plusDays(1));
        parameters.put("sections", Workplace.sections(visit));
        return pages.form(visit, "規程の変更", "office/policies/change.jte", parameters, errors);
    }

    private View page(
            Visit visit,
            String title,
            String template,
            Map<String, ?> parameters,
            HttpStatus status) {
        var all = new HashMap<String, Object>(parameters);
        all.put("sections", Workplace.sections(visit));
        return pages.page(visit, title, template, all, status);
    }

    private FormErrors errors(Visit visit, FormErrors errors, Map<String, String> typed) {
        var all = errors;
        var from = from(typed);
        if (from.isEmpty() || !from.get().isAfter(LocalDate.now(clock))) {
            all = all.and("from", "開始日は明日以降の日付にしてください。");
        }
        if (reason(typed).isEmpty()) {
            all = all.and("reason", "理由を書いてください。変更の記録に残ります。");
        }
        var tooLong = audit.tooLong(visit.coopId(), reason(typed), "reason");
        return tooLong.isEmpty() ? all : all.and("reason", tooLong.get().sentence());
    }

    private Policy now(Visit visit, String code, String scope) {
        return policies.at(visit.coopId(), type(code), scope, LocalDate.now(clock));
    }

    /** Only policies that some store has a value of its own of can be decided for a store. */
    private boolean isByStore(Visit visit, String code) {
        return policies.history(visit.coopId(), type(code)).stream()
                .anyMatch(row -> !row.scope().isEmpty());
    }

    private String scope(Visit visit, String code, Map<String, String> typed) {
        var wanted = "store".equals(typed.get("scope")) && isByStore(visit, code);
        return wanted ? Workplace.as(StaffRole.Kind.MANAGER, visit).storeId() : "";
    }

    private Class<? extends Policy> type(String code) {
        return registry.find(code).filter(form::canTake).orElseThrow(() -> new NotFound("policy"));
    }

    private static Optional<LocalDate> from(Map<String, String> typed) {
        try {
            return Optional.of(LocalDate.parse(typed.getOrDefault("from", "").strip()));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static String reason(Map<String, String> typed) {
        return JapaneseText.tidy(typed.getOrDefault("reason", ""));
    }
}
