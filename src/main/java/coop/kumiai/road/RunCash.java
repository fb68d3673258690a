package coop.kumiai.road;

import coop.kumiai.accounts.Audit;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.fulfilment.Tender;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.SlotId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;

/** 現金の締め: at the end of a run the driver counts what came back against what was taken. */
@Service
public class RunCash {
    private final DeliveryRuns runs;
    private final CashStore store;
    private final Audit audit;
    private final Clock clock;

    RunCash(DeliveryRuns runs, CashStore store, Audit audit, Clock clock) {
        this.runs = runs;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody has taken for a slot, and what of it is reported. */
    @Transactional(readOnly = true)
    public CashSheet sheet(CoopId coop, Staff driver, SlotId slot) {
        return new CashSheet(
                runs.taken(coop, driver, slot), store.ofDriver(coop, slot, driver.accountId()));
    }

    /** The reports of a slot, of all its drivers. */
    @Transactional(readOnly = true)
    public List<CashReport> ofSlot(CoopId coop, SlotId slot) {
        return store.ofSlot(coop, slot);
    }

    /**
     * Reports what was taken since the last report.
     *
     * @param change つり銭 that the driver set out with
     * @param typed why it differs, in any writing
     * @throws Refused when there is nothing to report, or it differs and nobody says why
     */
    @Transactional
    public CashReport report(
            CoopId coop, Staff driver, SlotId slot, Yen change, Tender bag, String typed) {
        store.lock(coop, slot, driver.accountId());
        var sheet = sheet(coop, driver, slot);
        if (sheet.isClosed()) {
            throw Refused.because(new RoadRefusal.NothingToReport());
        }
        var report =
                new CashReport(
                        driver.accountId(),
                        sheet.reports().size() + 1,
                        change,
                        sheet.open(),
                        bag.total(),
                        JapaneseText.tidy(typed),
                        clock.instant());
        if (!report.difference().isZero() && report.reason().isEmpty()) {
            throw Refused.because(
                    new RoadRefusal.DifferenceUnexplained(report.expected(), report.counted()));
        }
        store.add(coop, slot, report);
        audit.note(
                coop, driver.accountId(), "run.cash-reported", driver.accountId(), words(report));
        return report;
    }

    private static String words(CashReport report) {
        return report.difference().isZero()
                ? "%s ちょうど".formatted(report.counted())
                : "差額 %s　%s".formatted(report.difference(), report.reason());
    }
}
