package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.PickTask;
import coop.kumiai.fulfilment.PickWalk;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.Trolleys;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Picked;
import coop.kumiai.stores.SlotId;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** ピッキング: the picker's phone, one product a screen, in the order of the shelves. */
@Controller
@NetShop
@Allow(Who.PICKER)
@RequestMapping("/{coop}/office/picking/{day}/{slot}")
class PickingPage {
    private final Pages pages;
    private final Picking picking;
    private final Trolleys trolleys;

    PickingPage(Pages pages, Picking picking, Trolleys trolleys) {
        this.pages = pages;
        this.picking = picking;
        this.trolleys = trolleys;
    }

    /** The product to fetch next, or the one asked for. */
    @GetMapping
    View next(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam Optional<TaskKey> at,
            @RequestParam Optional<TaskKey> last) {
        var walk = walk(visit, day, slot);
        var task = at.flatMap(it -> it.in(walk)).or(walk::next);
        return task.map(it -> task(visit, walk, it, last.flatMap(key -> key.in(walk)), null))
                .orElseGet(() -> redirect(visit, walk.slot().id(), "/boxes" + asked(last)));
    }

    /** How many of it were there, when not all. */
    @GetMapping("/short")
    View howMany(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam TaskKey at) {
        var walk = walk(visit, day, slot);
        var task = at.in(walk).orElseThrow(() -> new NotFound("order line"));
        return page(visit, walk, "いくつありましたか", "office/picking/short.jte", Map.of("task", task));
    }

    /** Every product with what was found, to look back and to take back. */
    @GetMapping("/list")
    View list(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot) {
        var walk = walk(visit, day, slot);
        return page(visit, walk, "ピッキングリスト", "office/picking/list.jte", Map.of());
    }

    @PostMapping("/mark")
    View mark(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam TaskKey task,
            @RequestParam int found,
            @RequestParam(defaultValue = "") String grams,
            @RequestParam(defaultValue = "") String code) {
        var staff = Workplace.as(StaffRole.Kind.PICKER, visit);
        try {
            var picked = new Picked(found, grams(found, grams));
            picking.scan(visit.coopId(), staff, task.orderId(), task.lineNo(), picked, code);
        } catch (Refused refused) {
            return refused(visit, day, slot, task, refused);
        }
        var isShort =
                task.in(walk(visit, day, slot)).filter(PickTask::canBeSubstituted).isPresent();
        return redirect(
                visit,
                new SlotId(staff.storeId(), day, slot),
                (isShort ? "/instead?at=" : "?last=") + task);
    }

    @PostMapping("/undo")
    View undo(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam TaskKey task) {
        var staff = Workplace.as(StaffRole.Kind.PICKER, visit);
        try {
            picking.undo(visit.coopId(), staff, task.orderId(), task.lineNo());
        } catch (Refused refused) {
            return refused(visit, day, slot, task, refused);
        }
        return redirect(visit, new SlotId(staff.storeId(), day, slot), "?at=" + task);
    }

    /** In any writing; what is no weight is as none. */
    private static OptionalInt grams(int found, String typed) {
        var digits = JapaneseText.digits(typed);
        return found == 0 || !digits.matches("[1-9][0-9]{0,5}")
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(digits));
    }

    private PickWalk walk(Visit visit, LocalDate day, int slot) {
        var staff = Workplace.as(StaffRole.Kind.PICKER, visit);
        return trolleys.walk(visit.coopId(), staff, new SlotId(staff.storeId(), day, slot));
    }

    private View refused(Visit visit, LocalDate day, int slot, TaskKey key, Refused refused) {
        var walk = walk(visit, day, slot);
        var task = key.in(walk).orElseThrow(() -> new NotFound("order line"));
        return task(visit, walk, task, Optional.empty(), refused);
    }

    private View task(
            Visit visit,
            PickWalk walk,
            PickTask task,
            Optional<PickTask> last,
            @Nullable Refused refused) {
        var parameters = new HashMap<String, Object>();
        parameters.put("task", task);
        parameters.put("last", last.filter(PickTask::isDecided));
        parameters.put("refusal", Optional.ofNullable(refused).map(Refusals::sentence));
        return page(
                visit,
                walk,
                walk.slot().name() + "のピッキング",
                "office/picking/task.jte",
                parameters,
                refused == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View page(
            Visit visit, PickWalk walk, String title, String template, Map<String, ?> parameters) {
        return page(visit, walk, title, template, parameters, HttpStatus.OK);
    }

    private View page(
            Visit visit,
            PickWalk walk,
            String title,
            String template,
            Map<String, ?> parameters,
            HttpStatus status) {
        var all = new HashMap<String, Object>(parameters);
        all.put("walk", walk);
        all.put("base", base(visit, walk.slot().id()));
        return pages.page(visit, title, template, all, status);
    }

    private static String asked(Optional<TaskKey> last) {
        return last.map(it -> "?last=" + it).orElse("");
    }

    private static String base(Visit visit, SlotId slot) {
        return visit.path("office/picking/" + SlotPath.of(slot));
    }

    private static View redirect(Visit visit, SlotId slot, String rest) {
        return SeeOther.at(base(visit, slot) + rest);
    }
}
