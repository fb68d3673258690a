package coop.kumiai.shop.joining;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.BirthDate;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.members.ShareBilling;
import coop.kumiai.members.ShareTerms;
import coop.kumiai.membership.JoinApplications;
import coop.kumiai.membership.JoinForm;
import coop.kumiai.membership.JoinFormTerms;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.AddressEntry;
import coop.kumiai.shop.AddressFields;
import coop.kumiai.shop.AddressForm;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.LetterLine;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 加入申込書 (M-USE-4): typed, confirmed, received. Staff write applications down on the same form, at a
 * door of the office ({@link DeskJoinPage}): it then carries who did.
 */
@Controller
@Allow(Who.VISITOR)
class JoinPage {
    private final JoinApplications applications;
    private final AddressEntry entry;
    private final Policies policies;
    private final Pages pages;
    private final Clock clock;

    JoinPage(
            JoinApplications applications,
            AddressEntry entry,
            Policies policies,
            Pages pages,
            Clock clock) {
        this.applications = applications;
        this.entry = entry;
        this.policies = policies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{coop}/join")
    View show(Visit visit) {
        requireForm(visit.coopId());
        var form = JoinFields.blank(shares(visit.coopId()), Ids.next(clock).toString());
        return page(
                visit,
                form,
                entry.fields(visit, AddressForm.EMPTY, FormErrors.NONE),
                FormErrors.NONE);
    }

    @PostMapping("/{coop}/join")
    View step(
            Visit visit,
            JoinFields form,
            AddressForm where,
            @RequestParam(defaultValue = "") String action) {
        requireForm(visit.coopId());
        if (action.equals("lookup") || where.isOnlyAPostalCode()) {
            return page(visit, form, entry.lookedUp(visit, where), FormErrors.NONE);
        }
        var right = entry.putRight(where);
        if (action.equals("back")) {
            return page(visit, form, entry.fields(visit, right, FormErrors.NONE), FormErrors.NONE);
        }
        try {
            return action.equals("send") ? send(visit, form, right) : letter(visit, form, right);
        } catch (Refused refused) {
            var errors = FormErrors.of(refused.refusals());
            return page(visit, form, entry.fields(visit, right, errors), errors);
        }
    }

    @GetMapping("/{coop}/join/done")
    View done(Visit visit, @RequestParam(defaultValue = "") String number) {
        return pages.page(
                visit,
                "お申込みを受け付けました",
                "shop/joining/done.jte",
                Map.of("number", number, "next", next(visit.coopId())));
    }

    private View send(Visit visit, JoinFields form, AddressForm where) {
        var takenBy = takenBy(visit);
        var received =
                applications.receive(visit.coopId(), form.typed(where), form.once(), takenBy);
        if (takenBy.isPresent()) {
            return SeeOther.at(visit.path("office/applications/" + received.applicationId()));
        }
        return SeeOther.at(visit.path("join/done?number=" + received.number()));
    }

    private View letter(Visit visit, JoinFields form, AddressForm where) {
        var checked = applications.check(visit.coopId(), form.typed(where));
        return pages.page(
                visit,
                "お申込み内容の確認",
                "shop/joining/confirm.jte",
                Map.of(
                        "desk",
                        takenBy(visit).isPresent(),
                        "path",
                        path(visit),
                        "form",
                        form,
                        "where",
                        where,
                        "lines",
                        lines(visit.coopId(), checked),
                        "next",
                        next(visit.coopId())));
    }

    private List<LetterLine> lines(CoopId coop, JoinForm form) {
        var joiner = form.joiner();
        var lines = new ArrayList<LetterLine>();
        lines.add(LetterLine.of("お名前", joiner.name().full()));
        lines.add(LetterLine.of("ふりがな", joiner.name().fullKana()));
        lines.add(LetterLine.of("生年月日", BirthDate.print(joiner.birthDate())));
        lines.add(LetterLine.of("電話番号", PhoneNumber.print(joiner.phone())));
        lines.add(LetterLine.of("ご住所", joiner.address()));
        lines.add(LetterLine.of("メールアドレス", form.email().address()));
        if (!form.workplace().isEmpty()) {
            lines.add(LetterLine.of("勤務先", form.workplace()));
        }
        var price = shares(coop).unitPrice().times(form.units());
        lines.add(LetterLine.of("出資金", "%,d口　%s".formatted(form.units(), price)));
        return lines;
    }

    /** What happens after it, and when (M-USE-3). */
    private String next(CoopId coop) {
        var today = LocalDate.now(clock);
        var billing = policies.at(coop, ShareBilling.class, today);
        if (!billing.billed()) {
            return "事務局が内容を確かめ、ご連絡します。出資金のお払込みで組合員になります。";
        }
        var closing = billing.closingOnOrBefore(today.plusMonths(1).minusDays(1));
        return "事務局が内容を確かめます。%sまでに承認されますと、出資金を%sまでにお払込みいただきます。お払込みが確かめられると組合員になり、マイページの登録のご案内をメールでお送りします。"
                .formatted(JapaneseDates.day(closing), JapaneseDates.day(billing.payBy(closing)));
    }

    private View page(Visit visit, JoinFields form, AddressFields address, FormErrors errors) {
        return pages.form(
                visit,
                "加入のお申込み",
                "shop/joining/form.jte",
                Map.of(
                        "desk",
                        takenBy(visit).isPresent(),
                        "path",
                        path(visit),
                        "form",
                        form,
                        "address",
                        address,
                        "shares",
                        shares(visit.coopId()),
                        "asksWorkplace",
                        terms(visit.coopId()).asksWorkplace(),
                        "birthDate",
                        BirthDate.read(form.birthDate(), LocalDate.now(clock))
                                .map(BirthDate::print)
                                .orElse("")),
                errors);
    }

    /** The member of staff who writes it down, at the office's door only. */
    private static Optional<UUID> takenBy(Visit visit) {
        return visit.signedIn().filter(SignedIn::isStaff).map(SignedIn::accountId);
    }

    private static String path(Visit visit) {
        return visit.path(takenBy(visit).isPresent() ? "office/applications/new" : "join");
    }

    private void requireForm(CoopId coop) {
        if (!terms(coop).open()) {
            throw new NotFound("join form");
        }
    }

    private JoinFormTerms terms(CoopId coop) {
        return policies.today(coop, JoinFormTerms.class);
    }

    private ShareTerms shares(CoopId coop) {
        return policies.today(coop, ShareTerms.class);
    }
}
