package coop.kumiai.office;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.aftercare.Troubles;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.SlotWork;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * きょうの便: the slots of my store, how full they are and how far the work is. Without a net shop the
 * office begins with the applications to join; for whoever only writes newsletters, with those.
 */
@Controller
class HomePage {
    private final Pages pages;
    private final Picking picking;
    private final Troubles troubles;
    private final Stores stores;
    private final Clock clock;

    HomePage(Pages pages, Picking picking, Troubles troubles, Stores stores, Clock clock) {
        this.pages = pages;
        this.picking = picking;
        this.troubles = troubles;
        this.stores = stores;
        this.clock = clock;
    }

    @Allow({Who.PICKER, Who.DRIVER, Who.DESK, Who.EDITOR, Who.MANAGER})
    @GetMapping({"/{coop}/office", "/{coop}/office/"})
    View show(Visit visit) {
        if (Workplace.onlyWrites(visit)) {
            return SeeOther.at(visit.path("office/newsletters"));
        }
        if (!visit.netShop()) {
            return SeeOther.at(visit.path("office/applications"));
        }
        var storeId = Workplace.of(visit, StaffRole.Kind.values()).storeId();
        var work = picking.slotsToPick(visit.coopId(), storeId);
        return pages.page(
                visit,
                "きょうの便",
                "office/home.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "store",
                        stores.get(visit.coopId(), storeId).name(),
                        "days",
                        days(work),
                        "jobs",
                        jobs(visit, work),
                        "again",
                        again(visit, storeId),
                        "mayPick",
                        Workplace.may(StaffRole.Kind.PICKER, visit),
                        "mayDrive",
                        Workplace.may(StaffRole.Kind.DRIVER, visit),
                        "mayMark",
                        Workplace.may(StaffRole.Kind.DESK, visit),
                        "mayManage",
                        Workplace.may(StaffRole.Kind.MANAGER, visit),
                        "now",
                        clock.instant()));
    }

    private static List<WorkDay> days(List<SlotWork> work) {
        return work.stream()
                .collect(groupingBy(it -> it.slot().id().day(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(day -> new WorkDay(day.getKey(), day.getValue()))
                .toList();
    }

    /** How many お届け直し a driver takes along. */
    private int again(Visit visit, String storeId) {
        return Workplace.may(StaffRole.Kind.DRIVER, visit)
                ? troubles.toBring(visit.coopId(), storeId).size()
                : 0;
    }

    /** What waits for hands just now, the earliest slot first. */
    private List<Job> jobs(Visit visit, List<SlotWork> work) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        return work.stream()
                .filter(it -> it.slot().isPastCutoff(now) && it.slot().id().day().equals(today))
                .flatMap(it -> Job.of(it, visit).stream())
                .filter(job -> Workplace.may(job.role(), visit))
                .toList();
    }
}
