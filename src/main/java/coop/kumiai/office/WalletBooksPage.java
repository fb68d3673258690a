package coop.kumiai.office;

import coop.kumiai.kernel.CsvText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;
import coop.kumiai.wallet.BearerTerms;
import coop.kumiai.wallet.MoneyOrder;
import coop.kumiai.wallet.MoneyTerms;
import coop.kumiai.wallet.PeriodBook;
import coop.kumiai.wallet.PrepaidTerms;
import coop.kumiai.wallet.WalletBooks;
import coop.kumiai.wallet.WalletProofs;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Papers;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 電子マネーの帳簿 (X-WAL-4): unused balance of the base days and the deposit that follows, the months by
 * shop, channel and bearer, and what the nightly proof found.
 */
@Controller
@Allow(Who.MANAGER)
@RequestMapping("/{coop}/office/wallets")
class WalletBooksPage {
    private static final int BASE_DAYS_SHOWN = 20;
    private final WalletBooks books;
    private final WalletProofs proofs;
    private final Stores stores;
    private final Policies policies;
    private final Papers papers;
    private final Pages pages;
    private final Clock clock;

    WalletBooksPage(
            WalletBooks books,
            WalletProofs proofs,
            Stores stores,
            Policies policies,
            Papers papers,
            Pages pages,
            Clock clock) {
        this.books = books;
        this.proofs = proofs;
        this.stores = stores;
        this.policies = policies;
        this.papers = papers;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View baseDays(Visit visit) {
        var coop = visit.coopId();
        var last = books.lastDay(coop).map(it -> books.month(coop, YearMonth.from(it)));
        return pages.page(
                visit,
                "未使用残高",
                "office/wallets/unused.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "terms",
                        policies.today(coop, PrepaidTerms.class),
                        "last",
                        last,
                        "bearers",
                        bearers(visit, last),
                        "days",
                        books.baseDays(coop, BASE_DAYS_SHOWN),
                        "moneys",
                        moneys(visit)));
    }

    @GetMapping("/base-days/{day}.csv")
    View baseDay(Visit visit, @PathVariable String day) {
        var found =
                books.baseDays(visit.coopId(), BASE_DAYS_SHOWN).stream()
                        .filter(it -> it.day().toString().equals(day))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("base day"));
        return csv(WalletBookCsv.of(found), "基準日" + day + ".csv");
    }

    @GetMapping("/months")
    View months(Visit visit) {
        var coop = visit.coopId();
        return pages.page(
                visit,
                "月のまとめ",
                "office/wallets/months.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "months",
                        books.months(coop).stream().map(it -> books.month(coop, it)).toList()));
    }

    @GetMapping("/months/{month}")
    View month(Visit visit, @PathVariable String month) {
        var book = book(visit, month);
        return pages.page(
                visit,
                "月のまとめ",
                "office/wallets/month.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "book",
                        book,
                        "bearers",
                        bearers(visit, Optional.of(book)),
                        "shops",
                        stores.all(visit.coopId()).stream()
                                .collect(Collectors.toMap(Store::id, Store::name)),
                        "moneys",
                        moneys(visit)));
    }

    @GetMapping("/months/{month}.csv")
    View monthCsv(Visit visit, @PathVariable String month) {
        return csv(WalletBookCsv.of(book(visit, month)), "電子マネー" + month + ".csv");
    }

    /** What the nightly proof found. */
    @GetMapping("/proofs")
    View proofs(Visit visit) {
        return pages.page(
                visit,
                "電子マネーの検証",
                "office/wallets/proofs.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "proofs",
                        proofs.recent(visit.coopId())));
    }

    /** What members call each money. */
    private Map<String, String> moneys(Visit visit) {
        var coop = visit.coopId();
        var today = LocalDate.now(clock);
        return policies.at(coop, MoneyOrder.class, today).codes().stream()
                .collect(
                        Collectors.toMap(
                                it -> it,
                                it -> policies.at(coop, MoneyTerms.class, it, today).name()));
    }

    /** Who bears points, as members know them. */
    private Map<String, String> bearers(Visit visit, Optional<PeriodBook> book) {
        var today = LocalDate.now(clock);
        return book.stream()
                .flatMap(it -> it.bearers().stream())
                .map(PeriodBook.BearerSum::bearer)
                .collect(
                        Collectors.toMap(
                                it -> it,
                                it ->
                                        policies.at(visit.coopId(), BearerTerms.class, it, today)
                                                .name()));
    }

    private PeriodBook book(Visit visit, String month) {
        return books.month(visit.coopId(), month(month));
    }

    private View csv(List<List<String>> lines, String name) {
        return papers.csv(CsvText.of(lines), name);
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException none) {
            throw new NotFound("month");
        }
    }
}
