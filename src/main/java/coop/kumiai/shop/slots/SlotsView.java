package coop.kumiai.shop.slots;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.DeliveryChoice;
import coop.kumiai.orders.SlotWait;
import coop.kumiai.orders.WaitingList;
import coop.kumiai.shop.CurrentCart;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.stores.FeeCampaign;
import coop.kumiai.stores.Fees;
import coop.kumiai.stores.Shopper;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotRefusal;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.SlotTable;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The slots of a store as members choose among them. */
@Component
public class SlotsView {
    private static final Pattern SLOT =
            Pattern.compile("([a-z0-9-]{1,31})\\.([0-9]{4}-[0-9]{2}-[0-9]{2})\\.([0-9]{1,2})");

    private final CurrentCart current;
    private final WaitingList waiting;
    private final Members members;
    private final Stores stores;
    private final Slots slots;
    private final Fees fees;
    private final Clock clock;

    SlotsView(
            CurrentCart current,
            WaitingList waiting,
            Members members,
            Stores stores,
            Slots slots,
            Fees fees,
            Clock clock) {
        this.current = current;
        this.waiting = waiting;
        this.members = members;
        this.stores = stores;
        this.slots = slots;
        this.fees = fees;
        this.clock = clock;
    }

    SlotsShown of(Visit visit) {
        var coop = visit.coopId();
        var addresses =
                members.byAccount(coop, visit.account())
                        .map(member -> members.addresses(coop, member.memberId()))
                        .orElse(List.of());
        return new SlotsShown(
                addresses,
                current.of(visit).flatMap(Cart::delivery).map(choice -> store(visit, choice)));
    }

    /**
     * The slot that a button of the table posted.
     *
     * @throws Refused when it is none
     */
    public static SlotId slot(String posted) {
        var parts = SLOT.matcher(posted);
        if (parts.matches()) {
            try {
                return new SlotId(
                        parts.group(1),
                        LocalDate.parse(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
            } catch (DateTimeParseException noSuchDay) {
                throw Refused.because(new SlotRefusal.NotOffered());
            }
        }
        throw Refused.because(new SlotRefusal.NotOffered());
    }

    /** The slots of a store like the chosen one, as a table whose buttons post to a path. */
    public SlotTable table(Visit visit, String storeId, String action, Slot chosen) {
        var coop = visit.coopId();
        var offered = of(slots.offered(coop, storeId, shopper(visit)), chosen.driveThrough());
        var cells = new SlotCells(slots, LocalDate.now(clock), clock.instant());
        return new SlotTable(action, cells.days(offered, Optional.of(chosen)));
    }

    private Shopper shopper(Visit visit) {
        return members.byAccount(visit.coopId(), visit.account())
                .map(Member::asShopper)
                .orElse(Shopper.ANYBODY);
    }

    private static List<Slot> of(List<Slot> offered, boolean driveThrough) {
        return offered.stream().filter(it -> it.driveThrough() == driveThrough).toList();
    }

    private SlotsShown.AtStore store(Visit visit, DeliveryChoice choice) {
        var coop = visit.coopId();
        var id = choice.store().id();
        var offered = slots.offered(coop, id, shopper(visit));
        var waits = waiting.of(coop, visit.account());
        var cells =
                new SlotCells(slots, LocalDate.now(clock), clock.instant())
                        .waitedFor(waits, waiting.isUsed(coop));
        return new SlotsShown.AtStore(
                choice,
                fees.ordinary(coop, id, choice.priceDay(LocalDate.now(clock))),
                campaigns(coop, id, offered),
                stores.notices(coop, id),
                offered.stream().flatMap(it -> it.trouble().stream()).toList(),
                offers(offered, waits),
                Optional.of(slots.fairShare(coop, id)).filter(it -> it.percent() > 0),
                new SlotTable(visit.path("slots"), cells.days(of(offered, false), choice.slot())),
                driveThrough(visit, choice, cells, of(offered, true)));
    }

    private Optional<SlotsShown.Fetching> driveThrough(
            Visit visit, DeliveryChoice choice, SlotCells cells, List<Slot> offered) {
        var terms = slots.driveThrough(visit.coopId(), choice.store().id(), LocalDate.now(clock));
        return Optional.of(offered)
                .filter(it -> !it.isEmpty())
                .map(
                        it ->
                                new SlotsShown.Fetching(
                                        terms.place(),
                                        terms.feeInTax(),
                                        terms.keptUntil(),
                                        new SlotTable(
                                                visit.path("slots"),
                                                cells.days(it, choice.slot()))));
    }

    /** Places that came free and are held for the member (X-SLOT-2). */
    private List<String> offers(List<Slot> offered, List<SlotWait> waits) {
        var now = clock.instant();
        return waits.stream()
                .filter(it -> it.isOfferedAt(now))
                .flatMap(
                        it ->
                                offered.stream()
                                        .filter(slot -> slot.id().equals(it.slot()))
                                        .map(slot -> offer(slot, it)))
                .toList();
    }

    private static String offer(Slot slot, SlotWait wait) {
        return "%sに空きが出ました。%sまで取り置いていますので、便を押してお選びください。"
                .formatted(
                        SlotWords.slot(slot),
                        JapaneseDates.moment(wait.offeredUntil().orElseThrow()));
    }

    /** What of a day that can be chosen costs less (N-FEE-1). */
    private List<String> campaigns(CoopId coop, String storeId, List<Slot> offered) {
        return fees.coming(coop, storeId).stream()
                .filter(
                        it ->
                                offered.stream()
                                        .anyMatch(slot -> !it.firstDay().isAfter(slot.id().day())))
                .map(FeeCampaign::words)
                .toList();
    }
}
