package coop.kumiai.shop.slots;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.DeliveryChoice;
import coop.kumiai.shop.CurrentCart;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.stores.FeeCampaign;
import coop.kumiai.stores.Fees;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotRefusal;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.SlotCell;
import coop.kumiai.web.SlotDay;
import coop.kumiai.web.SlotTable;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The slots of a store as members choose among them. */
@Component
public class SlotsView {
    private static final List<String> DAY_WORDS = List.of("今日", "明日", "あさって");

    /** One of so many parts of a slot's places is few (残りわずか). */
    private static final int FEW_SHARE = 5;

    private static final Pattern SLOT =
            Pattern.compile("([a-z0-9-]{1,31})\\.([0-9]{4}-[0-9]{2}-[0-9]{2})\\.([0-9]{1,2})");

    private final CurrentCart current;
    private final Members members;
    private final Stores stores;
    private final Slots slots;
    private final Fees fees;
    private final Clock clock;

    SlotsView(
            CurrentCart current,
            Members members,
            Stores stores,
            Slots slots,
            Fees fees,
            Clock clock) {
        this.current = current;
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
    public SlotTable table(CoopId coop, String storeId, String action, Slot chosen) {
        var offered = of(slots.offered(coop, storeId), chosen.driveThrough());
        return new SlotTable(action, days(offered, Optional.of(chosen)));
    }

    private static List<Slot> of(List<Slot> offered, boolean driveThrough) {
        return offered.stream().filter(it -> it.driveThrough() == driveThrough).toList();
    }

    private SlotsShown.AtStore store(Visit visit, DeliveryChoice choice) {
        var coop = visit.coopId();
        var id = choice.store().id();
        var offered = slots.offered(coop, id);
        return new SlotsShown.AtStore(
                choice,
                fees.ordinary(coop, id, choice.priceDay(LocalDate.now(clock))),
                campaigns(coop, id, offered),
                stores.notices(coop, id),
                offered.stream().flatMap(it -> it.trouble().stream()).toList(),
                new SlotTable(visit.path("slots"), days(of(offered, false), choice.slot())),
                driveThrough(visit, choice, of(offered, true)));
    }

    private Optional<SlotsShown.Fetching> driveThrough(
            Visit visit, DeliveryChoice choice, List<Slot> offered) {
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
                                                visit.path("slots"), days(it, choice.slot()))));
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

    private List<SlotDay> days(List<Slot> offered, Optional<Slot> chosen) {
        return offered.stream()
                .collect(groupingBy(slot -> slot.id().day(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(day -> day(day.getKey(), day.getValue(), chosen))
                .toList();
    }

    private SlotDay day(LocalDate date, List<Slot> ofDay, Optional<Slot> chosen) {
        return new SlotDay(
                date, word(date), ofDay.stream().map(slot -> cell(slot, chosen)).toList());
    }

    private String word(LocalDate date) {
        var ahead = (int) ChronoUnit.DAYS.between(LocalDate.now(clock), date);
        return ahead < DAY_WORDS.size() ? DAY_WORDS.get(ahead) : ahead + "日後";
    }

    private SlotCell cell(Slot slot, Optional<Slot> chosen) {
        return new SlotCell(
                "%s.%s.%d".formatted(slot.id().storeId(), slot.id().day(), slot.id().number()),
                slot.id().number(),
                SlotWords.local(slot.startsAt()).toLocalTime(),
                SlotWords.local(slot.endsAt()).toLocalTime(),
                state(chosen.filter(it -> it.id().equals(slot.id())).orElse(slot)),
                SlotWords.local(slot.cutoffAt()),
                chosen.filter(it -> it.id().equals(slot.id())).isPresent());
    }

    private SlotCell.State state(Slot slot) {
        return slots.refusal(slot)
                .map(SlotsView::state)
                .orElseGet(
                        () ->
                                slot.left() * FEW_SHARE <= slot.capacity()
                                        ? SlotCell.State.FEW
                                        : SlotCell.State.FREE);
    }

    private static SlotCell.State state(SlotRefusal refusal) {
        return switch (refusal) {
            case SlotRefusal.Full full -> SlotCell.State.FULL;
            case SlotRefusal.TooManyItems many -> SlotCell.State.FULL;
            case SlotRefusal.Stopped stopped -> SlotCell.State.STOPPED;
            case SlotRefusal.PastCutoff past -> SlotCell.State.CLOSED;
            case SlotRefusal.NotOffered other -> SlotCell.State.CLOSED;
        };
    }
}
