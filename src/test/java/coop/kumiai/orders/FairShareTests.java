package coop.kumiai.orders;

import static coop.kumiai.orders.Shopping.TOMORROW;
import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.amendments.Amendments;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.stores.FairShare;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** 優先枠: the last places of a slot are kept for who cannot race for them (X-SLOT-2). */
@KumiaiTest
class FairShareTests {
    private static final UUID STAFF = new UUID(0, 7);
    private static final SlotId OTHER = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 3);

    @Autowired Orders orders;
    @Autowired Amendments amendments;
    @Autowired Carts carts;
    @Autowired SlotHolds holds;
    @Autowired WaitingList waiting;
    @Autowired SlotWaits waits;
    @Autowired Slots slots;
    @Autowired Members members;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;

    /** A fifth of the 24 places of each slot: four of them and a bit are nobody else's. */
    @BeforeEach
    void aCoopThatKeepsPlaces() {
        coop = coops.fresh();
        coops.decide(
                coop,
                new FairShare(20, 70, 3, 1, LocalTime.of(17, 0)),
                "shibuya",
                LocalDate.of(2026, 11, 20));
        shopping = new Shopping(coop, context);
    }

    @Test
    @Rule({"X-SLOT-2", "N-SLOT-4"})
    @DisplayName("最後の枠は、70歳以上の方と小さなお子さんがいる方だけが、決めた時刻まで取れる")
    void theLastPlacesAreKeptForSome() {
        var other = shopping.readyMember();
        var confirmation = shopping.confirmation(other, "a key of the other");
        shopping.leave(TOMORROW, 4);
        assertThatThrownBy(() -> orders.place(coop, other, confirmation))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals().getFirst().sentence())
                                        .contains("70歳以上の方と3歳未満のお子さんがいる方", "11/20(金) 17時まで"));
        assertThat(holds.hold(coop, other)).isFalse();
        place(elder(LocalDate.of(1956, 11, 20)));
        place(parent(LocalDate.of(2023, 11, 21)));
        assertThatThrownBy(() -> elder(LocalDate.of(1956, 11, 21))).hasMessage("stores/slot-kept");
        assertThatThrownBy(() -> parent(LocalDate.of(2023, 11, 20))).hasMessage("stores/slot-kept");
        clock.standAt(jst("2026-11-20T17:00"));
        place(shopping.readyMember());
        assertThat(slots.get(coop, TOMORROW).left()).isEqualTo(1);
    }

    @Test
    @Rule({"X-SLOT-2", "N-ORD-7"})
    void anOrderDoesNotMoveToAPlaceThatIsKeptForOthers() {
        var other = shopping.readyMember();
        var order = place(other);
        shopping.leave(OTHER, 4);
        assertThatThrownBy(() -> amendments.moveTo(coop, other, order.id(), OTHER))
                .hasMessage("stores/slot-kept");
        var elder = elder(LocalDate.of(1950, 1, 1));
        var hers = place(elder);
        var proposal = amendments.moveTo(coop, elder, hers.id(), OTHER);
        amendments.accept(coop, elder, hers.id(), proposal.draftId(), proposal.revision());
        assertThat(slots.get(coop, OTHER).taken()).isEqualTo(21);
    }

    @Test
    @Rule("X-SLOT-2")
    @DisplayName("ほかの方の空き待ちの列は、取っておいた枠の前に並ばない")
    void whoWaitsIsNotBeforeWhomPlacesAreKeptFor() {
        var first = shopping.readyMember();
        var order = place(shopping.readyMember());
        var elder = elder(LocalDate.of(1950, 1, 1));
        var late = elder(LocalDate.of(1950, 1, 1));
        shopping.leave(TOMORROW, 4);
        waiting.ask(coop, first, TOMORROW);
        place(elder(LocalDate.of(1950, 1, 1)));
        shopping.leave(TOMORROW, 0);
        clock.standAt(jst("2026-11-20T08:01"));
        waiting.ask(coop, elder, TOMORROW);
        orders.cancelByStaff(coop, STAFF, order.id(), "試験");
        assertThatThrownBy(() -> place(late)).hasMessage("stores/slot-full");
        waits.offerDue();
        assertThat(offered(first)).isFalse();
        assertThat(offered(elder)).isTrue();
        shopping.choose(elder, TOMORROW);
        place(elder);
        var places = slots.get(coop, TOMORROW).places();
        assertThat(List.of(places.taken(), places.held(), places.waiting(), places.waitingFirst()))
                .containsExactly(24, 0, 1, 0);
        waiting.stop(coop, first, TOMORROW);
        assertThat(slots.get(coop, TOMORROW).places().waiting()).isZero();
    }

    @Test
    @Rule({"X-SLOT-2", "N-SLOT-3"})
    @DisplayName("大勢が同時に確定しても、枠を越えず、取っておいた枠はほかの方に渡らない")
    void inARushKeptPlacesStayKept() throws Exception {
        var others = Stream.generate(shopping::readyMember).limit(6).toList();
        var elders = Stream.generate(() -> elder(LocalDate.of(1950, 1, 1))).limit(3).toList();
        shopping.leave(TOMORROW, 6);
        var tries = new ArrayList<Callable<Boolean>>();
        others.forEach(it -> tries.add(() -> placed(it)));
        elders.forEach(it -> tries.add(() -> placed(it)));
        try (var threads = Executors.newFixedThreadPool(9)) {
            for (var answer : threads.invokeAll(tries)) {
                answer.get();
            }
        }
        var standing = orders.ordersOfSlot(coop, TOMORROW);
        var ofElders = elders.stream().map(shopping::memberId).toList();
        assertThat(standing).filteredOn(it -> ofElders.contains(it.memberId())).hasSize(3);
        assertThat(standing)
                .filteredOn(it -> !ofElders.contains(it.memberId()))
                .hasSizeBetween(0, 2);
        assertThat(slots.get(coop, TOMORROW).taken()).isEqualTo(18 + standing.size());
    }

    private boolean placed(UUID account) {
        try {
            place(account);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private Order place(UUID account) {
        return orders.place(
                coop, account, shopping.confirmation(account, "key " + UUID.randomUUID()));
    }

    private UUID elder(LocalDate birthDate) {
        return ready(shopping.member(birthDate, Joining.WEB));
    }

    private UUID parent(LocalDate child) {
        var account = shopping.member();
        members.tellYoungestChild(coop, shopping.memberId(account), Optional.of(child));
        return ready(account);
    }

    private UUID ready(UUID account) {
        shopping.choose(account, TOMORROW);
        carts.add(coop, account, Shopping.RICE, 2);
        return account;
    }

    private boolean offered(UUID account) {
        return waiting.of(coop, account).stream().anyMatch(it -> it.offeredUntil().isPresent());
    }
}
