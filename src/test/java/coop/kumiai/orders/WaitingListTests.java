package coop.kumiai.orders;

import static coop.kumiai.orders.Shopping.TOMORROW;
import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotReleases;
import coop.kumiai.stores.Slots;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** 空き待ち (X-SLOT-2): what comes free goes to who waits, in turn, and never twice. */
@KumiaiTest
class WaitingListTests {
    private static final SlotId OTHER = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 3);

    @Autowired WaitingList waiting;
    @Autowired SlotWaits waits;
    @Autowired SlotHolds holds;
    @Autowired Orders orders;
    @Autowired Deliveries deliveries;
    @Autowired Slots slots;
    @Autowired Accounts accounts;
    @Autowired Mails mails;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
    }

    @Test
    @Rule({"N-SLOT-3", "N-SLOT-4"})
    @DisplayName("空きが出たら、いちばん長く待った方にメールし、決めた時間だけ取り置く")
    void aFreedPlaceGoesToWhoWaitedLongest() {
        var first = shopping.readyMember();
        var second = shopping.readyMember();
        var passerBy = shopping.readyMember();
        var order = theLastPlace();
        waiting.ask(coop, first, TOMORROW);
        clock.standAt(jst("2026-11-20T08:01"));
        waiting.ask(coop, second, TOMORROW);
        waiting.ask(coop, first, TOMORROW);
        orders.cancelByStaff(coop, new UUID(0, 7), order.id(), "試験");
        assertThatThrownBy(() -> confirm(passerBy)).hasMessage("stores/slot-full");
        waits.offerDue();
        assertThat(offered(first)).isTrue();
        assertThat(offered(second)).isFalse();
        assertThat(mails.only(address(first)).text())
                .contains("11/21(土) 2便 14時〜16時", "11/20(金) 8時21分まで");
        assertThatThrownBy(() -> confirm(passerBy)).hasMessage("stores/slot-full");
        shopping.choose(first, TOMORROW);
        assertThat(deliveries.choice(coop, first).orElseThrow().heldUntil())
                .contains(jst("2026-11-20T08:21"));
        confirm(first);
        assertThat(waiting.of(coop, first)).isEmpty();
        assertThat(slots.get(coop, TOMORROW).places().held()).isZero();
    }

    @Test
    @Rule("N-SLOT-4")
    @DisplayName("時間までに選ばなければ、次の方に回る")
    void anUnansweredOfferGoesToTheNext() {
        var first = shopping.readyMember();
        var second = shopping.readyMember();
        var order = theLastPlace();
        waiting.ask(coop, first, TOMORROW);
        clock.standAt(jst("2026-11-20T08:01"));
        waiting.ask(coop, second, TOMORROW);
        orders.cancelByStaff(coop, new UUID(0, 7), order.id(), "試験");
        waits.offerDue();
        clock.standAt(jst("2026-11-20T08:20:59"));
        waits.offerDue();
        assertThat(offered(first)).isTrue();
        clock.standAt(jst("2026-11-20T08:21"));
        assertThatThrownBy(() -> shopping.choose(first, TOMORROW)).isInstanceOf(Refused.class);
        waits.offerDue();
        assertThat(waiting.of(coop, first)).isEmpty();
        assertThat(offered(second)).isTrue();
        assertThat(slots.get(coop, TOMORROW).places().held()).isEqualTo(1);
    }

    @Test
    @Rule("N-SLOT-4")
    void whoStopsWaitingLetsThePlaceGoOn() {
        var first = shopping.readyMember();
        var second = shopping.readyMember();
        var third = shopping.readyMember();
        var order = theLastPlace();
        waiting.ask(coop, first, TOMORROW);
        clock.standAt(jst("2026-11-20T08:01"));
        Stream.of(second, third).forEach(it -> waiting.ask(coop, it, TOMORROW));
        waiting.stop(coop, second, TOMORROW);
        waiting.stop(coop, second, TOMORROW);
        orders.cancelByStaff(coop, new UUID(0, 7), order.id(), "試験");
        waits.offerDue();
        waiting.stop(coop, first, TOMORROW);
        waits.offerDue();
        assertThat(offered(third)).isTrue();
        assertThat(slots.get(coop, TOMORROW).places().waiting()).isZero();
        assertThat(slots.get(coop, TOMORROW).places().held()).isEqualTo(1);
    }

    @Test
    @Rule({"N-SLOT-4", "N-SLOT-6"})
    @DisplayName("朝に公開された枠も、待っている方から順に回る")
    void aStagedReleaseGoesToThemFirst() {
        var day = LocalDate.of(2026, 11, 22);
        var slot = new SlotId("shibuya", day, 2);
        coops.decide(
                coop,
                new SlotReleases(
                        List.of(
                                new SlotReleases.Step(LocalTime.MIDNIGHT, 50),
                                new SlotReleases.Step(LocalTime.of(10, 0), 50))),
                "shibuya",
                LocalDate.of(2026, 11, 20));
        var member = shopping.readyMember();
        slots.offered(coop, "shibuya");
        shopping.leave(slot, slots.get(coop, slot).capacity() / 2);
        waiting.ask(coop, member, slot);
        waits.offerDue();
        assertThat(offered(member)).isFalse();
        clock.standAt(jst("2026-11-20T10:00"));
        waits.offerDue();
        assertThat(offered(member)).isTrue();
    }

    @Test
    @Rule("N-SLOT-3")
    void nobodyWaitsWhereThereIsRoomNorForTooManyNorAfterTheCutoff() {
        var member = shopping.readyMember();
        assertThatThrownBy(() -> waiting.ask(coop, member, TOMORROW))
                .hasMessage("orders/slot-has-room");
        for (var number : List.of(1, 2, 3, 4)) {
            shopping.leave(slot(number), 0);
        }
        for (var number : List.of(1, 2, 3)) {
            waiting.ask(coop, member, slot(number));
        }
        assertThatThrownBy(() -> waiting.ask(coop, member, slot(4)))
                .hasMessage("orders/slot-waiting-too-many");
        assertThat(waiting.of(coop, member)).hasSize(3);
        clock.standAt(jst("2026-11-21T10:00"));
        var late = shopping.member();
        assertThatThrownBy(() -> waiting.ask(coop, late, TOMORROW))
                .hasMessage("stores/slot-past-cutoff");
        waits.offerDue();
        assertThat(waiting.of(coop, member)).extracting(SlotWait::slot).containsExactly(slot(3));
        assertThat(slots.get(coop, TOMORROW).places().waiting()).isZero();
    }

    @Test
    @Rule({"N-HOUR-1", "N-SLOT-4"})
    @DisplayName("お休みの時間は、取り置く時間に数えない")
    void theNightlyRestDoesNotCount() {
        var member = shopping.readyMember();
        var order = theLastPlace();
        waiting.ask(coop, member, TOMORROW);
        orders.cancelByStaff(coop, new UUID(0, 7), order.id(), "試験");
        clock.standAt(jst("2026-11-21T02:50"));
        waits.offerDue();
        assertThat(waiting.of(coop, member).getFirst().offeredUntil())
                .contains(jst("2026-11-21T03:40"));
    }

    @Test
    @Rule("N-SLOT-4")
    void whoHeldAnotherSlotLetsItGoForTheOffer() {
        var member = shopping.readyMember();
        var order = theLastPlace();
        shopping.choose(member, OTHER);
        holds.hold(coop, member);
        waiting.ask(coop, member, TOMORROW);
        orders.cancelByStaff(coop, new UUID(0, 7), order.id(), "試験");
        waits.offerDue();
        shopping.choose(member, TOMORROW);
        assertThat(slots.get(coop, OTHER).places().held()).isZero();
        assertThat(slots.get(coop, TOMORROW).places().held()).isEqualTo(1);
        confirm(member);
        assertThat(slots.get(coop, TOMORROW).left()).isZero();
    }

    @Test
    @Rule({"N-SLOT-3", "N-SLOT-4"})
    @DisplayName("待つ方、通りがかりの方、取り消し、時間切れが重なっても、枠を越えない")
    void inARushNoPlaceIsGivenTwice() throws Exception {
        var members = Stream.generate(shopping::readyMember).limit(9).toList();
        shopping.leave(TOMORROW, 3);
        var placed = members.subList(0, 3).stream().map(this::confirm).toList();
        var steps = new ArrayList<Callable<Object>>();
        members.subList(3, 7).forEach(it -> steps.add(() -> tried(() -> wanting(it))));
        members.subList(7, 9).forEach(it -> steps.add(() -> tried(() -> confirm(it))));
        placed.forEach(
                it -> steps.add(() -> orders.cancelByStaff(coop, new UUID(0, 7), it.id(), "試験")));
        steps.add(() -> tried(() -> offers()));
        steps.add(() -> tried(() -> offers()));
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(steps)) {
                answer.get();
            }
        }
        waits.offerDue();
        clock.standAt(jst("2026-11-20T08:20"));
        waits.offerDue();
        var places = slots.get(coop, TOMORROW).places();
        assertThat(places.taken()).isEqualTo(places.capacity() - 3 + standing());
        assertThat(places.held()).isEqualTo(offeredRows());
        assertThat(places.waiting()).isEqualTo(shopping.rows("orders.slot_wait") - offeredRows());
        assertThat(places.taken() + places.held()).isLessThanOrEqualTo(places.capacity());
    }

    private Object wanting(UUID account) {
        waiting.ask(coop, account, TOMORROW);
        offers();
        shopping.choose(account, TOMORROW);
        return confirm(account);
    }

    private Object offers() {
        waits.offerDue();
        return coop;
    }

    private static Object tried(Callable<Object> step) throws Exception {
        try {
            return step.call();
        } catch (Refused refused) {
            return refused;
        }
    }

    private int standing() {
        return orders.ordersOfSlot(coop, TOMORROW).size();
    }

    private int offeredRows() {
        return sql.fetchCount(
                sql.selectFrom("orders.slot_wait")
                        .where("coop_id = ? and offered_until is not null", coop.code()));
    }

    /** Fills the slot; the order has the last place of it. */
    private Order theLastPlace() {
        shopping.leave(TOMORROW, 1);
        return confirm(shopping.readyMember());
    }

    private Order confirm(UUID account) {
        return orders.place(
                coop, account, shopping.confirmation(account, "key " + UUID.randomUUID()));
    }

    private boolean offered(UUID account) {
        return waiting.of(coop, account).stream().anyMatch(it -> it.isOfferedAt(clock.instant()));
    }

    private String address(UUID account) {
        return accounts.find(coop, account).orElseThrow().email();
    }

    private static SlotId slot(int number) {
        return new SlotId("shibuya", LocalDate.of(2026, 11, 21), number);
    }
}
