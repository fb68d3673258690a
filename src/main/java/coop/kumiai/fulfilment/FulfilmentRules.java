package coop.kumiai.fulfilment;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.orders.AlcoholTerms;
import coop.kumiai.orders.OrderVersion;
import coop.kumiai.orders.Picked;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule about picking, hand-over and absence, pure. */
final class FulfilmentRules {
    private static final Comparator<PickTask> WALKING_ORDER =
            Comparator.comparing(PickTask::shelf, new ShelfOrder())
                    .thenComparing(PickTask::jan)
                    .thenComparing(PickTask::box)
                    .thenComparing(PickTask::lineNo);

    private FulfilmentRules() {}

    /** Until the cutoff members may order and cancel, so nothing is picked (N-SLOT-5, N-PICK-1). */
    static Optional<PickingRefusal> beforeCutoff(Slot slot, Instant now) {
        return slot.isPastCutoff(now)
                ? Optional.empty()
                : Optional.of(new PickingRefusal.BeforeCutoff(slot.label(), slot.cutoffLabel()));
    }

    /** Past the shelves once for all orders; the same product for several boxes comes together. */
    static List<PickTask> inWalkingOrder(List<PickTask> tasks) {
        return tasks.stream().sorted(WALKING_ORDER).toList();
    }

    /** Why this number cannot be what was found. */
    static Optional<PickingRefusal> mark(PickTask task, Picked said) {
        var found = said.quantity();
        if (task.boxClosed()) {
            return Optional.of(new PickingRefusal.BoxClosed(task.orderNumber()));
        }
        if (found < 0 || found > task.ordered()) {
            return Optional.of(new PickingRefusal.NotThatMany(task.name(), task.ordered()));
        }
        return task.isDecided() && !isSaid(task, said)
                ? Optional.of(
                        new PickingRefusal.MarkedOtherwise(task.name(), task.found().getAsInt()))
                : Optional.empty();
    }

    /** Why the goods in hand are not those of the line, by their barcode; empty without one. */
    static Optional<PickingRefusal> barcode(PickTask task, String scanned) {
        var digits = JapaneseText.digits(scanned);
        return scanned.isBlank() || task.jan().digits().equals(digits)
                ? Optional.empty()
                : Optional.of(new PickingRefusal.WrongBarcode(task.name(), task.shelf()));
    }

    private static boolean isSaid(PickTask task, Picked said) {
        return task.found().getAsInt() == said.quantity()
                && task.weight()
                        .map(PickTask.Weight::grams)
                        .orElse(said.grams())
                        .equals(said.grams());
    }

    /**
     * Why this cannot be the weight of so many pieces: none was said, or it is too far from what
     * was expected (N-PICK-4).
     */
    static Optional<PickingRefusal> weight(PickTask task, Picked found, WeighingTerms terms) {
        if (task.weight().isEmpty() || found.quantity() == 0) {
            return Optional.empty();
        }
        if (found.grams().isEmpty()) {
            return Optional.of(new PickingRefusal.NotWeighed(task.name()));
        }
        var expected = task.weight().get().expectedGrams() * found.quantity() / task.ordered();
        var least = Math.max(1, terms.least(expected));
        var most = terms.most(expected);
        var grams = found.grams().getAsInt();
        return grams < least || grams > most
                ? Optional.of(
                        new PickingRefusal.WeightIsFar(
                                task.name(), found.quantity(), grams, least, most))
                : Optional.empty();
    }

    /** A box is closed once every line was looked for and every question answered (N-PICK-1). */
    static Optional<PickingRefusal> close(PickBox box) {
        var waiting = box.tasks().stream().filter(PickTask::isWaiting).findFirst();
        if (waiting.isPresent()) {
            return waiting.flatMap(
                    task ->
                            task.instead()
                                    .offered()
                                    .map(
                                            it ->
                                                    new PickingRefusal.WaitsForAnswer(
                                                            task.name(), it.until())));
        }
        return box.undecided() > 0
                ? Optional.of(
                        new PickingRefusal.Unfinished(
                                box.orderNumber(), Math.toIntExact(box.undecided())))
                : Optional.empty();
    }

    /** Why goods cannot be handed over so, all reasons (N-DELIV-1, N-JOIN-2, N-ALC-1). */
    static List<DeliveryRefusal> handOver(Stop stop, HandOver said, AlcoholTerms alcohol) {
        return switch (stop.delivery().state()) {
            case PICKING -> List.of(new DeliveryRefusal.NotPicked(stop.orderNumber()));
            case BROUGHT_BACK -> List.of(new DeliveryRefusal.WentBack(stop.orderNumber()));
            case DELIVERED -> List.of(handedOver(stop));
            case PICKED -> atTheDoor(stop, said, alcohol);
        };
    }

    /** Why the alcohol of an order cannot be taken out of it at the door (N-ALC-1). */
    static Optional<DeliveryRefusal> keepAlcohol(Stop stop, OrderVersion version) {
        if (stop.delivery().state() != DeliveryState.PICKED) {
            return bringBack(stop)
                    .or(() -> Optional.of(new DeliveryRefusal.WentBack(stop.orderNumber())));
        }
        if (!stop.alcohol()) {
            return Optional.of(new DeliveryRefusal.NoAlcohol(stop.orderNumber()));
        }
        return version.lines().stream().allMatch(line -> line.alcohol() || line.quantity() == 0)
                ? Optional.of(new DeliveryRefusal.OnlyAlcohol())
                : Optional.empty();
    }

    /** Only what is on the road can be brought back. */
    static Optional<DeliveryRefusal> bringBack(Stop stop) {
        return switch (stop.delivery().state()) {
            case PICKING -> Optional.of(new DeliveryRefusal.NotPicked(stop.orderNumber()));
            case DELIVERED -> Optional.of(handedOver(stop));
            case PICKED, BROUGHT_BACK -> Optional.empty();
        };
    }

    /** Goods at the drive-through wait until the policy's hour (N-DRIVE-1). */
    static Optional<DeliveryRefusal> notFetched(Stop stop, LocalTime keptUntil, Instant now) {
        var until = stop.slot().day().atTime(keptUntil).atZone(BusinessClock.JAPAN).toInstant();
        return bringBack(stop)
                .or(
                        () ->
                                now.isBefore(until)
                                        ? Optional.of(new DeliveryRefusal.StillKept(keptUntil))
                                        : Optional.empty());
    }

    /** Until when a call brings the goods out again today, if it does at all (N-DELIV-2). */
    static Optional<Instant> redeliveryUntil(RedeliveryTerms terms, SlotId slot, Instant now) {
        var callBy = slot.day().atTime(terms.callBy()).atZone(BusinessClock.JAPAN).toInstant();
        return terms.slotsWithout().contains(slot.number()) || now.isAfter(callBy)
                ? Optional.empty()
                : Optional.of(callBy);
    }

    /** Why a call does not bring the goods out again (N-DELIV-2). */
    static Optional<DeliveryRefusal> bringAgain(Stop stop, RedeliveryTerms terms, Instant now) {
        if (stop.delivery().state() != DeliveryState.BROUGHT_BACK) {
            return Optional.of(new DeliveryRefusal.NotBroughtBack(stop.orderNumber()));
        }
        if (terms.slotsWithout().contains(stop.slot().number())) {
            return Optional.of(new DeliveryRefusal.NoSecondTry(stop.slot().number()));
        }
        return redeliveryUntil(terms, stop.slot(), now).isEmpty()
                ? Optional.of(new DeliveryRefusal.CalledTooLate(terms.callBy()))
                : Optional.empty();
    }

    private static List<DeliveryRefusal> atTheDoor(Stop stop, HandOver said, AlcoholTerms alcohol) {
        return Stream.of(
                        when(
                                said.way() == HandOver.Way.AT_DOOR && !stop.leaveAtDoor(),
                                new DeliveryRefusal.DoorNotAsked()),
                        when(
                                !said.cash().equals(stop.cashDue()),
                                new DeliveryRefusal.CashDiffers(stop.cashDue(), said.cash())),
                        when(
                                !said.share().equals(stop.shareDue()),
                                new DeliveryRefusal.ShareDiffers(stop.shareDue(), said.share())),
                        when(
                                stop.alcohol() && said.age() == AgeCheck.NOT_ASKED,
                                new DeliveryRefusal.AgeNotChecked(alcohol.leastAge())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DeliveryRefusal> when(boolean wrong, DeliveryRefusal refusal) {
        return wrong ? Optional.of(refusal) : Optional.empty();
    }

    private static DeliveryRefusal handedOver(Stop stop) {
        return new DeliveryRefusal.HandedOver(
                stop.orderNumber(),
                stop.delivery().settledAt().map(JapaneseDates::moment).orElse(""));
    }
}
