package coop.kumiai.tills;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.Tills;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * レジ締め. A day of a till is closed once; what it does afterwards, and what the ledger answers only
 * then, belongs to the next one, so that everything is counted in exactly one closing.
 */
@Service
public class TillDays {
    private final TillClosingStore store;
    private final OpenDay openDay;
    private final Tills tills;
    private final Audit audit;
    private final Clock clock;

    TillDays(TillClosingStore store, OpenDay openDay, Tills tills, Audit audit, Clock clock) {
        this.store = store;
        this.openDay = openDay;
        this.tills = tills;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param isNew false when the day was closed before: then nothing has changed
     */
    public record Closed(TillClosing closing, boolean isNew) {}

    /** What a till has done since it was closed last. */
    public TillTotals open(CoopId coop, UUID tillId) {
        return openDay.until(coop, tillId, endOf(JapaneseDates.dayOf(clock.instant()))).totals();
    }

    /**
     * Closes a day of a till; again, it is answered as before.
     *
     * @param day empty: today
     * @throws Refused when the day has not come, or a later one is closed
     */
    @Transactional
    public Closed close(CoopId coop, UUID tillId, Optional<LocalDate> day) {
        var till = tills.get(coop, tillId);
        store.lock(coop, tillId);
        var today = JapaneseDates.dayOf(clock.instant());
        var which = day.orElse(today);
        var before = store.of(coop, tillId, which);
        if (before.isPresent()) {
            return new Closed(before.get(), false);
        }
        if (which.isAfter(today)) {
            throw Refused.because(new TillDayRefusal.NotYet(which, today));
        }
        var last = store.last(coop, tillId);
        last.filter(it -> it.day().isAfter(which))
                .ifPresent(
                        it -> {
                            throw Refused.because(new TillDayRefusal.AfterIt(which, it.day()));
                        });
        return new Closed(add(coop, tillId, till.storeId(), which, last), true);
    }

    private TillClosing add(
            CoopId coop, UUID tillId, String storeId, LocalDate day, Optional<TillClosing> last) {
        var done = openDay.until(coop, tillId, endOf(day));
        var number = last.map(TillClosing::number).orElse(0) + 1;
        var seal =
                Hashes.sha256(
                        last.map(TillClosing::seal).orElse(""),
                        coop + "\t" + tillId + "\t" + number + "\t" + day,
                        done.totals().words());
        var closing =
                new TillClosing(
                        Ids.next(clock),
                        tillId,
                        storeId,
                        number,
                        day,
                        done.totals(),
                        seal,
                        clock.instant(),
                        Optional.empty());
        store.insert(coop, closing);
        openDay.close(coop, closing.closingId(), done);
        return closing;
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    /** Of a store, the latest first. */
    public List<TillClosing> of(CoopId coop, String storeId, LocalDate until, int most) {
        return store.of(coop, storeId, until, most);
    }

    /**
     * @throws NotFound when the co-op has no such closing
     */
    public TillClosing get(CoopId coop, UUID closingId) {
        return store.find(coop, closingId).orElseThrow(() -> new NotFound("closing"));
    }

    /**
     * 現金の実査: what staff have found in the drawer, beside the float that it begins with.
     *
     * @throws Refused when it differs and nobody says why
     */
    @Transactional
    public void count(CoopId coop, UUID closingId, Yen counted, String note, UUID staff) {
        var closing = get(coop, closingId);
        var difference = counted.minus(closing.totals().cash());
        var why = JapaneseText.tidy(note);
        if (!difference.isZero()) {
            why = audit.reason(coop, note, new TillDayRefusal.NoNote(difference));
        }
        var count = new TillClosing.CashCount(counted, why, clock.instant());
        store.count(coop, closingId, Ids.next(clock), count, staff);
        audit.note(coop, staff, "till.cash-counted", closingId, counted + " " + why);
    }
}
