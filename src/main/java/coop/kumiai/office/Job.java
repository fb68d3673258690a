package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.SlotWork;
import coop.kumiai.web.Visit;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that waits for hands.
 *
 * @param role who does it
 * @param left what remains of it, in words
 */
public record Job(StaffRole.Kind role, String title, String left, String href) {

    /** What a slot past its cutoff waits for: its picking, its run, a call about what went back. */
    static List<Job> of(SlotWork work, Visit visit) {
        var jobs = new ArrayList<Job>();
        if (work.picked() < work.orders()) {
            jobs.add(picking(work, visit));
        }
        var onTheRoad = work.picked() - work.delivered() - work.broughtBack();
        if (onTheRoad > 0 && work.slot().driveThrough()) {
            jobs.add(fetching(work, onTheRoad, visit));
        } else if (onTheRoad > 0) {
            jobs.add(run(work, "便を配達する", onTheRoad, visit));
        }
        if (work.broughtBack() > 0 && !work.slot().driveThrough()) {
            jobs.add(run(work, "便の持ち帰り", work.broughtBack(), visit));
        }
        return jobs;
    }

    private static Job picking(SlotWork work, Visit visit) {
        var left =
                work.decided() < work.lines()
                        ? "のこり %d品".formatted(work.lines() - work.decided())
                        : "閉じる箱 %d件".formatted(work.orders() - work.picked());
        return new Job(
                StaffRole.Kind.PICKER,
                work.slot().name() + "をピッキングする",
                left,
                visit.path("office/picking/" + SlotPath.of(work.slot().id())));
    }

    private static Job fetching(SlotWork work, int orders, Visit visit) {
        return new Job(
                StaffRole.Kind.DESK,
                work.slot().name() + "をお渡しする",
                "のこり %d件".formatted(orders),
                visit.path("office/drive-through/" + work.slot().id().day()));
    }

    private static Job run(SlotWork work, String title, int orders, Visit visit) {
        return new Job(
                StaffRole.Kind.DRIVER,
                work.slot().id().number() + title,
                "のこり %d件".formatted(orders),
                visit.path("office/run/" + SlotPath.of(work.slot().id())));
    }
}
