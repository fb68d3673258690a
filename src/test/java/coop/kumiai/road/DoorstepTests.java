package coop.kumiai.road;

import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import static java.util.Objects.requireNonNull;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Jan;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.PaperKind;
import coop.kumiai.fulfilment.AgeCheck;
import coop.kumiai.fulfilment.CashKind;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.DeliveryState;
import coop.kumiai.fulfilment.Denomination;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.fulfilment.HandOver.Way;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.fulfilment.Tender;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.web.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What drivers' phones tell, on a real database. */
@KumiaiTest
class DoorstepTests {
    private static final SlotId SECOND = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final Wishes AT_DOOR =
            new Wishes(Wishes.Shortage.CANCEL, "", 0, 0, false, "", true);

    @Autowired Doorstep doorstep;
    @Autowired RunCash cash;
    @Autowired DeliveryRuns runs;
    @Autowired Picking picking;
    @Autowired Orders orders;
    @Autowired Payments payments;
    @Autowired Members members;
    @Autowired Documents documents;
    @Autowired TestOrders some;
    @Autowired Accounts accounts;
    @Autowired MockMvcTester http;
    @Autowired BusinessClock clock;
    CoopId coop;
    Staff picker;
    Staff driver;

    @BeforeEach
    void aPickerAndADriver() {
        coop = some.coop();
        picker = new Staff(some.staff(coop, StaffRole.Kind.PICKER, "shibuya"), "shibuya");
        driver = new Staff(some.staff(coop, StaffRole.Kind.DRIVER, "shibuya"), "shibuya");
    }

    @Test
    @Rule("N-DELIV-1")
    @DisplayName("一つの知らせは、何度届いても一度だけ数える")
    void oneMessageCountsOnceHoweverOftenItArrives() {
        var order = picked(Joining.EXISTING, NO_WISHES, Map.of(RICE, 1));
        var message = message(order);
        var door = door(Way.IN_PERSON, order, Yen.ZERO, Optional.empty());
        assertThat(atOnce(8, () -> doorstep.handOver(coop, driver, message, door))).isEqualTo(8);
        assertThat(state(order)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(runs.taken(coop, driver, SECOND).goods()).isEqualTo(cash(order));
    }

    @Test
    void theSameKeyForAnotherDoorIsRefused() {
        var first = picked(Joining.EXISTING, NO_WISHES, Map.of(RICE, 1));
        var second = picked(Joining.EXISTING, NO_WISHES, Map.of(RICE, 1));
        var message = message(first);
        doorstep.bringBack(coop, driver, message);
        assertThatThrownBy(
                        () ->
                                doorstep.bringBack(
                                        coop,
                                        driver,
                                        new Message(message.key(), second.id(), null)))
                .isInstanceOf(Refused.class);
        assertThat(state(second)).isEqualTo(DeliveryState.PICKED);
    }

    @Test
    @DisplayName("断られた知らせは鍵を使わない。直して同じ鍵で送れる")
    void aRefusedMessageLeavesItsKeyFree() {
        var order = picked(Joining.EXISTING, NO_WISHES, Map.of(RICE, 1));
        var message = message(order);
        var wrong =
                new AtTheDoor(
                        new HandOver(Way.IN_PERSON, Yen.of(1), Yen.ZERO, AgeCheck.NOT_ASKED),
                        Map.of(),
                        Optional.empty());
        assertThatThrownBy(() -> doorstep.handOver(coop, driver, message, wrong))
                .isInstanceOf(Refused.class);
        doorstep.handOver(
                coop, driver, message, door(Way.IN_PERSON, order, Yen.ZERO, Optional.empty()));
        assertThat(state(order)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @Rule("N-PAY-2")
    void cashThatWasCountedShortHandsNothingOver() {
        var order = picked(Joining.EXISTING, NO_WISHES, Map.of(RICE, 1));
        var counted = Map.of(CashKind.GOODS, new Tender(Map.of(Denomination.COIN_1, 1)));
        var door = new AtTheDoor(said(Way.IN_PERSON, order, Yen.ZERO), counted, Optional.empty());
        assertThatThrownBy(() -> doorstep.handOver(coop, driver, message(order), door))
                .isInstanceOf(Refused.class)
                .hasMessage("fulfilment/too-little-cash");
        assertThat(state(order)).isEqualTo(DeliveryState.PICKED);
    }

    @Test
    @Rule({"N-DELIV-1", "N-JOIN-2"})
    void theChangeIsReckonedForGoodsAndShareCapitalApart() {
        var order = picked(Joining.IN_PERSON, NO_WISHES, Map.of(RICE, 1));
        var note = new Tender(Map.of(Denomination.BILL_10000, 1));
        var counted =
                runs.count(
                        coop,
                        driver,
                        order.id(),
                        Map.of(CashKind.GOODS, note, CashKind.SHARE, note));
        assertThat(requireNonNull(counted.get(CashKind.GOODS)).change().total())
                .isEqualTo(Yen.of(10_000).minus(cash(order)));
        assertThat(requireNonNull(counted.get(CashKind.SHARE)).change().total())
                .isEqualTo(Yen.of(9_500));
    }

    @Test
    @Rule("N-DELIV-1")
    @DisplayName("置き配の写真は、決めた日数のあいだだけ残る")
    void thePhotoOfWhatWasLeftIsKeptForItsDays() throws IOException {
        var order = picked(Joining.EXISTING, AT_DOOR, Map.of(RICE, 1));
        var photo = Optional.of(DoorImageTest.jpeg(64, 48));
        doorstep.handOver(coop, driver, message(order), door(Way.AT_DOOR, order, Yen.ZERO, photo));
        assertThat(doorstep.photo(coop, order.id())).isPresent();
        clock.standAt(jst("2026-12-20T23:59"));
        assertThat(doorstep.forgetPhotos(coop)).isZero();
        clock.standAt(jst("2026-12-21T00:00"));
        assertThat(doorstep.forgetPhotos(coop)).isEqualTo(1);
        assertThat(doorstep.hasPhoto(coop, order.id())).isFalse();
    }

    @Test
    void aPhotoThatCannotBeReadHandsNothingOver() {
        var order = picked(Joining.EXISTING, AT_DOOR, Map.of(RICE, 1));
        var door = door(Way.AT_DOOR, order, Yen.ZERO, Optional.of(new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> doorstep.handOver(coop, driver, message(order), door))
                .isInstanceOf(Refused.class);
        assertThat(state(order)).isEqualTo(DeliveryState.PICKED);
    }

    @Test
    @Rule("N-ALC-1")
    @DisplayName("年齢を確かめられないお酒は持ち帰り、代金と納品書からその分が引かれる")
    void alcoholGoesBackAndTheRestIsHandedOver() {
        var order = picked(Joining.EXISTING, NO_WISHES, Map.of(RICE, 1, BEER, 2));
        documents.write(coop, order.id());
        doorstep.keepAlcohol(coop, driver, message(order));
        doorstep.keepAlcohol(coop, driver, message(order));
        var left = orders.get(coop, order.id());
        assertThat(left.current().hasAlcohol()).isFalse();
        assertThat(left.current().totals().deliveryFee())
                .isEqualTo(order.current().totals().deliveryFee());
        var stop = runs.stop(coop, driver, order.id());
        assertThat(stop.alcohol()).isFalse();
        assertThat(stop.cashDue()).isEqualTo(left.current().totals().total());
        assertThat(stop.cashDue()).isLessThan(order.current().totals().total());
        doorstep.handOver(
                coop,
                driver,
                message(order),
                new AtTheDoor(
                        new HandOver(Way.IN_PERSON, stop.cashDue(), Yen.ZERO, AgeCheck.NOT_ASKED),
                        Map.of(),
                        Optional.empty()));
        assertThat(payments.get(coop, Payments.order(order.id())).state())
                .isEqualTo(Payment.State.COLLECTED);
        documents.write(coop, order.id());
        documents.write(coop, order.id());
        var returned =
                documents.ofOrder(coop, order.id()).stream()
                        .filter(it -> it.kind() == PaperKind.RETURN_INVOICE)
                        .toList();
        assertThat(returned).hasSize(1);
        assertThat(returned.getFirst().content().totals().total())
                .isEqualTo(order.current().totals().total().minus(stop.cashDue()));
    }

    @Test
    @Rule("N-ALC-1")
    void anOrderOfAlcoholAloneGoesBackAsAWhole() {
        var order = picked(Joining.EXISTING, NO_WISHES, Map.of(BEER, 6));
        assertThatThrownBy(() -> doorstep.keepAlcohol(coop, driver, message(order)))
                .isInstanceOf(Refused.class)
                .hasMessage("fulfilment/only-alcohol");
        doorstep.bringBack(coop, driver, message(order));
        assertThat(state(order)).isEqualTo(DeliveryState.BROUGHT_BACK);
    }

    @Test
    void whatHasNoAlcoholKeepsNone() {
        var order = picked(Joining.EXISTING, NO_WISHES, Map.of(RICE, 1));
        assertThatThrownBy(() -> doorstep.keepAlcohol(coop, driver, message(order)))
                .isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("袋の中が合わないときだけ、理由が要る")
    void aDifferenceNeedsItsReason() {
        var order = delivered();
        var expected = cash(order).plus(Yen.of(3_000));
        var change = Yen.of(3_000);
        assertThatThrownBy(
                        () ->
                                cash.report(
                                        coop,
                                        driver,
                                        SECOND,
                                        change,
                                        Tender.fewest(expected.minus(Yen.of(1))),
                                        " "))
                .isInstanceOf(Refused.class)
                .hasMessage("road/difference-unexplained");
        assertThat(cash.sheet(coop, driver, SECOND).reports()).isEmpty();
        var report = cash.report(coop, driver, SECOND, change, Tender.fewest(expected), "");
        assertThat(report.difference()).isEqualTo(Yen.ZERO);
        assertThat(cash.sheet(coop, driver, SECOND).isClosed()).isTrue();
    }

    @Test
    @DisplayName("締めたあとの再配達は、次の締めになる")
    void whatIsTakenAfterAReportMakesTheNextOne() {
        var first = delivered();
        cash.report(coop, driver, SECOND, Yen.ZERO, Tender.fewest(cash(first)), "");
        var bag = Tender.fewest(Yen.of(100));
        assertThatThrownBy(() -> cash.report(coop, driver, SECOND, Yen.ZERO, bag, "x"))
                .isInstanceOf(Refused.class);
        var second = delivered();
        var report = cash.report(coop, driver, SECOND, Yen.ZERO, bag, "落とした");
        assertThat(report.number()).isEqualTo(2);
        assertThat(report.taken().goods()).isEqualTo(cash(second));
        assertThat(report.difference()).isEqualTo(Yen.of(100).minus(cash(second)));
        assertThat(cash.ofSlot(coop, SECOND)).hasSize(2);
    }

    @Test
    @DisplayName("店長の一日に、配達担当者の締めと、まだ締めていない現金が見える")
    void theManagersDayReadsTheReports() {
        var first = delivered();
        var counted = Tender.fewest(cash(first).plus(Yen.of(2_900)));
        cash.report(coop, driver, SECOND, Yen.of(3_000), counted, "つり銭の渡しまちがい");
        assertThat(day()).contains("100円不足（つり銭の渡しまちがい）", "記録との違い").doesNotContain("締めていない現金があります");
        var second = delivered();
        assertThat(day()).contains("預かった現金のうち" + cash(second) + "は、配達担当者の締めがまだです");
    }

    private String day() {
        var address = some.staffAddress(coop, StaffRole.Kind.MANAGER, "shibuya");
        var manager = accounts.findByEmail(coop, Account.Kind.STAFF, address).orElseThrow();
        var roles = Set.of(new StaffRole(StaffRole.Kind.MANAGER, "shibuya"));
        var person = SignedIn.of(coop, manager, roles);
        var shown =
                http.get()
                        .uri("/" + coop + "/office/day/" + SECOND.day())
                        .with(
                                authentication(
                                        UsernamePasswordAuthenticationToken.authenticated(
                                                person, null, List.of())))
                        .exchange();
        return new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void cashIsReportedOnceByAFingerThatPressesTwice() {
        var order = delivered();
        var bag = Tender.fewest(cash(order));
        assertThat(atOnce(6, () -> cash.report(coop, driver, SECOND, Yen.ZERO, bag, "")))
                .isEqualTo(1);
    }

    @Test
    void whoWorksElsewhereTellsNothing() {
        var order = picked(Joining.EXISTING, NO_WISHES, Map.of(RICE, 1));
        var other = new Staff(some.staff(coop, StaffRole.Kind.DRIVER, "meguro"), "meguro");
        assertThatThrownBy(() -> doorstep.bringBack(coop, other, message(order)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cash.sheet(coop, other, SECOND)).isInstanceOf(NotFound.class);
    }

    private Order delivered() {
        var order = picked(Joining.EXISTING, NO_WISHES, Map.of(RICE, 1));
        doorstep.handOver(
                coop,
                driver,
                message(order),
                door(Way.IN_PERSON, order, Yen.ZERO, Optional.empty()));
        return order;
    }

    private Order picked(Joining joining, Wishes wishes, Map<Jan, Integer> goods) {
        clock.standAt(jst("2026-11-20T09:00"));
        var account = some.register(coop, joining);
        var order = some.place(coop, account, SECOND, wishes, goods);
        clock.standAt(jst("2026-11-20T14:00"));
        for (var line : order.current().lines()) {
            picking.mark(coop, picker, order.id(), line.number(), line.quantity());
        }
        picking.close(coop, picker, order.id());
        return orders.get(coop, order.id());
    }

    private AtTheDoor door(Way way, Order order, Yen share, Optional<byte[]> photo) {
        return new AtTheDoor(said(way, order, share), Map.of(), photo);
    }

    private HandOver said(Way way, Order order, Yen share) {
        return new HandOver(way, cash(order), share, AgeCheck.NOT_ASKED);
    }

    private Yen cash(Order order) {
        return payments.get(coop, Payments.order(order.id())).amount();
    }

    private DeliveryState state(Order order) {
        return runs.find(coop, order.id()).orElseThrow().state();
    }

    private static Message message(Order order) {
        return new Message(UUID.randomUUID(), order.id(), null);
    }

    /** How many of so many at once were not refused. */
    private static long atOnce(int times, Runnable step) {
        Callable<Boolean> passes =
                () -> {
                    try {
                        step.run();
                        return true;
                    } catch (Refused refused) {
                        return false;
                    }
                };
        try (var threads = Executors.newFixedThreadPool(times)) {
            return threads.invokeAll(Collections.nCopies(times, passes)).stream()
                    .filter(Future::resultNow)
                    .count();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
