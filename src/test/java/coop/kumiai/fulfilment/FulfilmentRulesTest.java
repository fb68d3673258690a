package coop.kumiai.fulfilment;

import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.AlcoholTerms;
import coop.kumiai.orders.Picked;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotPlaces;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

class FulfilmentRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final AlcoholTerms TWENTY = new AlcoholTerms(20);
    private static final RedeliveryTerms UNTIL_FIVE =
            new RedeliveryTerms(LocalTime.of(17, 0), List.of(4, 5));
    private static final UUID ORDER = new UUID(0, 1);
    private static final Yen CASH = Yen.of(3456);
    private static final Yen SHARE = Yen.of(500);

    @ParameterizedTest
    @CsvSource({"2026-11-20T09:59:59, false", "2026-11-20T10:00, true", "2026-11-20T10:01, true"})
    @Rule({"N-SLOT-5", "N-PICK-1"})
    void pickingStartsAtTheCutoff(String now, boolean mayPick) {
        assertThat(FulfilmentRules.beforeCutoff(second(), jst(now)).isEmpty()).isEqualTo(mayPick);
    }

    @Test
    @Rule("N-SLOT-5")
    void beforeTheCutoffThePickerIsToldWhenItIs() {
        assertThat(FulfilmentRules.beforeCutoff(second(), jst("2026-11-20T08:00")))
                .get()
                .extracting(PickingRefusal::sentence)
                .asString()
                .contains("2便", "11/20(金) 10時");
    }

    @Test
    @Rule("N-PICK-1")
    void theWalkGoesPastTheShelvesOnceAndTheColdAislesLast() {
        var walk =
                FulfilmentRules.inWalkingOrder(
                        List.of(
                                task(1, 1, "", 1),
                                task(1, 2, "R-01-1", 1),
                                task(2, 1, "A-10-1", 1),
                                task(2, 2, "A-9-2", 1),
                                task(2, 3, "B-01-1", 1),
                                task(3, 1, "A-09-1", 1),
                                task(1, 3, "A-09-1", 1)));
        assertThat(walk)
                .extracting(PickTask::shelf)
                .containsExactly("A-09-1", "A-09-1", "A-9-2", "A-10-1", "B-01-1", "R-01-1", "");
        assertThat(walk).extracting(PickTask::box).startsWith(1, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE})
    void noMoreThanWasOrderedAndNoLessThanNone(int found) {
        assertThat(FulfilmentRules.mark(task(1, 1, "A-01-1", 2), Picked.of(found)))
                .get()
                .isInstanceOf(PickingRefusal.NotThatMany.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    @Rule("N-PICK-1")
    void anyNumberUpToTheOrderedOneMayHaveBeenThere(int found) {
        assertThat(FulfilmentRules.mark(task(1, 1, "A-01-1", 2), Picked.of(found))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 419, false", "2, 420, true", "2, 780, true", "2, 781, false", "1, 210, true"})
    @Rule("N-PICK-4")
    void theWeightLiesAboutTheExpectedOne(int pieces, int grams, boolean fits) {
        var said = new Picked(pieces, OptionalInt.of(grams));
        assertThat(FulfilmentRules.weight(weighed(), said, new WeighingTerms(70, 130)).isEmpty())
                .isEqualTo(fits);
    }

    @Test
    @Rule("N-PICK-4")
    void goodsSoldByWeightAreWeighedUnlessNoneWasThere() {
        var terms = new WeighingTerms(70, 130);
        assertThat(FulfilmentRules.weight(weighed(), Picked.of(2), terms))
                .get()
                .isInstanceOf(PickingRefusal.NotWeighed.class);
        assertThat(FulfilmentRules.weight(weighed(), Picked.of(0), terms)).isEmpty();
        assertThat(FulfilmentRules.weight(task(1, 1, "A-01-1", 2), Picked.of(2), terms)).isEmpty();
    }

    /** Two pieces of about 300 g. */
    private static PickTask weighed() {
        var task = task(1, 1, "A-01-1", 2);
        return new PickTask(
                task.orderId(),
                task.orderNumber(),
                task.box(),
                task.lineNo(),
                task.jan(),
                task.name(),
                task.unit(),
                task.ordered(),
                task.shelf(),
                task.instead(),
                Optional.of(
                        new PickTask.Weight(
                                Yen.of(150), PriceMode.EXCLUDED, 600, OptionalInt.empty())),
                task.found(),
                task.boxClosed());
    }

    @Test
    void whatAnotherPickerFoundIsNotOverwritten() {
        var marked = marked(task(1, 1, "A-01-1", 2), 1);
        assertThat(FulfilmentRules.mark(marked, Picked.of(1))).isEmpty();
        assertThat(FulfilmentRules.mark(marked, Picked.of(2)))
                .get()
                .isInstanceOf(PickingRefusal.MarkedOtherwise.class);
    }

    @Test
    @Rule("N-PICK-1")
    void aBoxIsClosedWhenEveryLineWasLookedFor() {
        var open = task(1, 1, "A-01-1", 2);
        assertThat(FulfilmentRules.close(box(marked(task(1, 2, "A-01-1", 1), 0), open)))
                .get()
                .isEqualTo(new PickingRefusal.Unfinished("M-1", 1));
        assertThat(FulfilmentRules.close(box(marked(open, 0)))).isEmpty();
    }

    @Test
    @Rule("N-DELIV-1")
    void goodsAreHandedOverAgainstExactlyTheCashThatIsDue() {
        assertThat(atDoor(stop(), inPerson(CASH, Yen.ZERO))).isEmpty();
        assertThat(atDoor(stop(), inPerson(CASH.minus(Yen.of(1)), Yen.ZERO)))
                .singleElement()
                .isInstanceOf(DeliveryRefusal.CashDiffers.class);
        assertThat(atDoor(stop(), inPerson(CASH.plus(Yen.of(1)), Yen.ZERO)))
                .singleElement()
                .isInstanceOf(DeliveryRefusal.CashDiffers.class);
    }

    @Test
    @Rule("N-DELIV-1")
    void goodsAreLeftAtTheDoorOnlyWhereTheOrderAsksForIt() {
        var left = new HandOver(HandOver.Way.AT_DOOR, CASH, Yen.ZERO, AgeCheck.NOT_ASKED);
        assertThat(atDoor(stop(), left))
                .singleElement()
                .isInstanceOf(DeliveryRefusal.DoorNotAsked.class);
        assertThat(atDoor(stop(DeliveryState.PICKED, false, Yen.ZERO, true), left)).isEmpty();
    }

    @Test
    @Rule({"N-JOIN-2", "N-DELIV-1"})
    void shareCapitalIsTakenInPersonAlsoWhenTheGoodsAreLeftAtTheDoor() {
        var toJoin = stop(DeliveryState.PICKED, false, SHARE, true);
        assertThat(
                        atDoor(
                                toJoin,
                                new HandOver(
                                        HandOver.Way.AT_DOOR, CASH, Yen.ZERO, AgeCheck.NOT_ASKED)))
                .singleElement()
                .isEqualTo(new DeliveryRefusal.ShareDiffers(SHARE, Yen.ZERO));
        assertThat(
                        atDoor(
                                toJoin,
                                new HandOver(
                                        HandOver.Way.AT_DOOR, CASH, SHARE, AgeCheck.NOT_ASKED)))
                .isEmpty();
    }

    @Test
    @Rule("N-JOIN-2")
    void whoHasJoinedIsNotAskedAgain() {
        assertThat(atDoor(stop(), inPerson(CASH, SHARE)))
                .singleElement()
                .isEqualTo(new DeliveryRefusal.ShareDiffers(Yen.ZERO, SHARE));
    }

    @Test
    @Rule("N-ALC-1")
    void alcoholIsHandedOverAfterACheckOfTheAge() {
        var beer = stop(DeliveryState.PICKED, true, Yen.ZERO, false);
        assertThat(atDoor(beer, inPerson(CASH, Yen.ZERO)))
                .singleElement()
                .extracting(DeliveryRefusal::sentence)
                .asString()
                .contains("20歳以上");
        assertThat(
                        atDoor(
                                beer,
                                new HandOver(
                                        HandOver.Way.IN_PERSON,
                                        CASH,
                                        Yen.ZERO,
                                        AgeCheck.PAPERS_SEEN)))
                .isEmpty();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        var beer = stop(DeliveryState.PICKED, true, SHARE, false);
        assertThat(
                        atDoor(
                                beer,
                                new HandOver(
                                        HandOver.Way.AT_DOOR,
                                        Yen.ZERO,
                                        Yen.ZERO,
                                        AgeCheck.NOT_ASKED)))
                .hasSize(4);
    }

    @Test
    void onlyWhatIsOnTheRoadIsHandedOver() {
        var said = inPerson(CASH, Yen.ZERO);
        assertThat(atDoor(stopIn(DeliveryState.PICKING), said))
                .singleElement()
                .isInstanceOf(DeliveryRefusal.NotPicked.class);
        assertThat(atDoor(stopIn(DeliveryState.BROUGHT_BACK), said))
                .singleElement()
                .isInstanceOf(DeliveryRefusal.WentBack.class);
        assertThat(atDoor(stopIn(DeliveryState.DELIVERED), said))
                .singleElement()
                .isInstanceOf(DeliveryRefusal.HandedOver.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2026-11-20T13:00, true",
        "3, 2026-11-20T17:00, true",
        "3, 2026-11-20T17:00:01, false",
        "4, 2026-11-20T16:00, false",
        "5, 2026-11-20T16:00, false",
        "1, 2026-11-21T09:00, false"
    })
    @Rule("N-DELIV-2")
    void aSecondTryIsForTheSameDayUntilTheHourAndNotForLateSlots(
            int slot, String now, boolean offered) {
        var until =
                FulfilmentRules.redeliveryUntil(
                        UNTIL_FIVE, new SlotId("shibuya", DAY, slot), jst(now));
        assertThat(until.isPresent()).isEqualTo(offered);
        assertThat(
                        FulfilmentRules.bringAgain(
                                        stopIn(DeliveryState.BROUGHT_BACK, slot),
                                        UNTIL_FIVE,
                                        jst(now))
                                .isEmpty())
                .isEqualTo(offered);
    }

    @Test
    @Rule("N-DELIV-2")
    void whoCallsTooLateIsToldTheHour() {
        assertThat(
                        FulfilmentRules.bringAgain(
                                stopIn(DeliveryState.BROUGHT_BACK),
                                UNTIL_FIVE,
                                jst("2026-11-20T17:00:01")))
                .get()
                .extracting(DeliveryRefusal::sentence)
                .asString()
                .contains("17時");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PICKING", "PICKED", "DELIVERED"})
    void onlyWhatWentBackIsBroughtAgain(DeliveryState state) {
        assertThat(FulfilmentRules.bringAgain(stopIn(state), UNTIL_FIVE, jst("2026-11-20T15:00")))
                .get()
                .isInstanceOf(DeliveryRefusal.NotBroughtBack.class);
    }

    private static List<DeliveryRefusal> atDoor(Stop stop, HandOver said) {
        return FulfilmentRules.handOver(stop, said, TWENTY);
    }

    private static HandOver inPerson(Yen cash, Yen share) {
        return new HandOver(HandOver.Way.IN_PERSON, cash, share, AgeCheck.NOT_ASKED);
    }

    private static Slot second() {
        return new Slot(
                new SlotId("shibuya", DAY, 2),
                false,
                jst("2026-11-20T14:00"),
                jst("2026-11-20T16:00"),
                jst("2026-11-20T10:00"),
                new SlotPlaces(24, 24, 3, 0, 0, 0, OptionalInt.empty(), 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static PickTask task(int box, int line, String shelf, int ordered) {
        return new PickTask(
                new UUID(0, box),
                "M-" + box,
                box,
                line,
                new Jan("4901234567894"),
                "たまご",
                "1パック",
                ordered,
                shelf,
                PickTask.Instead.NONE,
                Optional.empty(),
                OptionalInt.empty(),
                false);
    }

    private static PickTask marked(PickTask task, int found) {
        return new PickTask(
                task.orderId(),
                task.orderNumber(),
                task.box(),
                task.lineNo(),
                task.jan(),
                task.name(),
                task.unit(),
                task.ordered(),
                task.shelf(),
                task.instead(),
                task.weight(),
                OptionalInt.of(found),
                false);
    }

    private static PickBox box(PickTask... tasks) {
        return new PickBox(1, ORDER, "M-1", List.of(tasks));
    }

    private static Stop stop() {
        return stopIn(DeliveryState.PICKED);
    }

    private static Stop stopIn(DeliveryState state) {
        return stop(state, false, Yen.ZERO, false);
    }

    private static Stop stopIn(DeliveryState state, int slot) {
        return stop(state, false, Yen.ZERO, false, slot);
    }

    private static Stop stop(DeliveryState state, boolean alcohol, Yen share, boolean leave) {
        return stop(state, alcohol, share, leave, 2);
    }

    private static Stop stop(
            DeliveryState state, boolean alcohol, Yen share, boolean leave, int slotNumber) {
        var slot = new SlotId("shibuya", DAY, slotNumber);
        return new Stop(
                ORDER,
                "M-1",
                slot,
                new UUID(0, 9),
                "山田 花子",
                "0312345678",
                "1500031",
                "東京都渋谷区桜丘町1-2",
                false,
                CASH,
                share,
                alcohol,
                leave,
                "",
                0,
                0,
                Optional.empty(),
                List.of(),
                new Delivery(
                        ORDER,
                        slot,
                        1,
                        state,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
