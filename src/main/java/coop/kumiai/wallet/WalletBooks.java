package coop.kumiai.wallet;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 帳簿 of e-money, as the law on prepaid instruments asks for them (資金決済法, X-WAL-4): days are summed
 * once they are over, and every figure is a sum of days. A correction is a posting of its own day,
 * so that what was reported stays as it was.
 */
@Service
public class WalletBooks {
    /**
     * Longer than any transaction that writes to wallets: what a day still gets is there by then.
     */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final DaySumStore store;
    private final Policies policies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WalletBooks(
            DaySumStore store, Policies policies, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * 基準日: the unused balance of a base day and what follows from it.
     *
     * @param day as of 24:00 of which
     * @param unused 基準日未使用残高
     * @param deposit 要供託額
     * @param reportBy until when it is reported
     */
    public record BaseDay(
            LocalDate day, PeriodBook book, Yen unused, Yen deposit, LocalDate reportBy) {
        public boolean isOver() {
            return !deposit.isZero();
        }
    }

    /** Sums every day that is over and is not summed yet. */
    public void sumUp(CoopId coop) {
        var next = store.lastDay(coop).map(it -> it.plusDays(1)).or(() -> store.firstDay(coop));
        var last = lastOver();
        for (var day = next.orElse(last.plusDays(1)); !day.isAfter(last); day = day.plusDays(1)) {
            var it = day;
            transaction.executeWithoutResult(status -> store.sumUp(coop, it, clock.instant()));
        }
    }

    /** The last day whose figures are there; empty before the first. */
    public Optional<LocalDate> lastDay(CoopId coop) {
        return store.lastDay(coop);
    }

    /**
     * The books of some days.
     *
     * @throws NotFound when the last of them is not summed yet
     */
    public PeriodBook book(CoopId coop, LocalDate from, LocalDate until) {
        if (store.lastDay(coop).filter(it -> !until.isAfter(it)).isEmpty()) {
            throw new NotFound("book");
        }
        return PeriodBook.of(
                from,
                until,
                store.sums(coop, Optional.of(from), until),
                store.sums(coop, Optional.empty(), until));
    }

    /** 月のまとめ: of a month that is over, or as far as it has come. */
    public PeriodBook month(CoopId coop, YearMonth month) {
        var last =
                store.lastDay(coop)
                        .filter(it -> !month.atDay(1).isAfter(it))
                        .orElseThrow(() -> new NotFound("book"));
        var end = month.atEndOfMonth();
        return book(coop, month.atDay(1), end.isAfter(last) ? last : end);
    }

    /** Months with figures, the latest first. */
    public List<YearMonth> months(CoopId coop) {
        var months = new ArrayList<YearMonth>();
        var first = store.firstDay(coop).map(YearMonth::from);
        var last = store.lastDay(coop).map(YearMonth::from);
        if (first.isPresent() && last.isPresent()) {
            for (var it = last.get(); !it.isBefore(first.get()); it = it.minusMonths(1)) {
                months.add(it);
            }
        }
        return months;
    }

    /** Base days since the beginning, the latest first. */
    public List<BaseDay> baseDays(CoopId coop, int most) {
        var days = new ArrayList<BaseDay>();
        var first = store.firstDay(coop);
        var last = store.lastDay(coop);
        if (first.isPresent() && last.isPresent()) {
            var day = terms(coop, last.get()).lastBaseDay(last.get());
            while (!day.isBefore(first.get()) && days.size() < most) {
                days.add(baseDay(coop, day));
                day = terms(coop, day).lastBaseDay(day.minusDays(1));
            }
        }
        return days;
    }

    private BaseDay baseDay(CoopId coop, LocalDate day) {
        var terms = terms(coop, day);
        var periodBefore = terms.lastBaseDay(day.minusDays(1));
        var book = book(coop, periodBefore.plusDays(1), day);
        var unused = book.unused();
        return new BaseDay(day, book, unused, terms.deposit(unused), terms.reportBy(day));
    }

    private PrepaidTerms terms(CoopId coop, LocalDate day) {
        return policies.at(coop, PrepaidTerms.class, day);
    }

    private LocalDate lastOver() {
        return clock.instant()
                .minus(SETTLED)
                .atZone(BusinessClock.JAPAN)
                .toLocalDate()
                .minusDays(1);
    }
}
