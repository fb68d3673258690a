package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.SHARE_BALANCE;
import static coop.kumiai.members.db.Tables.SHARE_POSTING;
import static coop.kumiai.members.db.Tables.SHARE_TRANSFER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

@KumiaiTest
class SharesTests {
    private static final UUID STAFF = new UUID(7, 7);
    @Autowired Shares shares;
    @Autowired ShareBills bills;
    @Autowired ShareProofs proofs;
    @Autowired Members members;
    @Autowired TestMembers some;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    UUID hanako;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        hanako = some.applied(coop).memberId();
    }

    @Test
    @Rule({"N-JOIN-1", "N-JOIN-2"})
    void whatIsPaidIsCapitalAndNoLongerDue() {
        assertThat(shares.holding(coop, hanako).due()).isEqualTo(of(1));
        shares.collect(coop, hanako, Yen.of(500), STAFF, "door-1", "注文1");
        assertThat(shares.holding(coop, hanako))
                .isEqualTo(new ShareHolding(of(1), ShareAmount.NONE, ShareAmount.NONE));
        assertThat(members.get(coop, hanako).hasJoined()).isTrue();
    }

    @Test
    void capitalGrowsShrinksAndIsPaidBack() {
        join();
        shares.subscribe(coop, hanako, 9, "more");
        shares.payIn(coop, hanako, Yen.of(2000), STAFF, "bank-1", "振込");
        assertThat(shares.holding(coop, hanako).due()).isEqualTo(of(5));
        shares.payIn(coop, hanako, Yen.of(2500), STAFF, "bank-2", "振込");
        shares.reduce(coop, hanako, 4, STAFF, "less", "ご希望");
        assertThat(shares.holding(coop, hanako))
                .isEqualTo(new ShareHolding(of(6), ShareAmount.NONE, of(4)));
        shares.payBack(coop, hanako, Yen.of(2000), STAFF, "back", "口座へ");
        assertThat(shares.holding(coop, hanako))
                .isEqualTo(new ShareHolding(of(6), ShareAmount.NONE, ShareAmount.NONE));
        assertThat(shares.history(coop, hanako))
                .extracting(SharePosting::kind, it -> it.capitalAfter().units())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ShareKind.SUBSCRIBE, 0L),
                        org.assertj.core.groups.Tuple.tuple(ShareKind.COLLECT, 1L),
                        org.assertj.core.groups.Tuple.tuple(ShareKind.SUBSCRIBE, 1L),
                        org.assertj.core.groups.Tuple.tuple(ShareKind.PAY_IN, 5L),
                        org.assertj.core.groups.Tuple.tuple(ShareKind.PAY_IN, 10L),
                        org.assertj.core.groups.Tuple.tuple(ShareKind.REDUCE, 6L),
                        org.assertj.core.groups.Tuple.tuple(ShareKind.PAY_BACK, 6L));
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void theSameRequestAgainChangesNothing() {
        for (var i = 0; i < 2; i++) {
            shares.payIn(coop, hanako, Yen.of(500), STAFF, "bank-1", "振込");
            shares.subscribe(coop, hanako, 5, "more");
            shares.payIn(coop, hanako, Yen.of(2500), STAFF, "bank-2", "振込");
            shares.reduce(coop, hanako, 2, STAFF, "less", "");
            shares.payBack(coop, hanako, Yen.of(1000), STAFF, "back", "");
        }
        assertThat(shares.holding(coop, hanako))
                .isEqualTo(new ShareHolding(of(4), ShareAmount.NONE, ShareAmount.NONE));
        assertThat(shares.history(coop, hanako)).hasSize(6);
    }

    @Test
    void aKeyStandsForOneThingOnly() {
        shares.payIn(coop, hanako, Yen.of(500), STAFF, "bank-1", "振込");
        var other = some.applied(coop).memberId();
        refused(
                () -> shares.payIn(coop, other, Yen.of(500), STAFF, "bank-1", "振込"),
                new ShareRefusal.KeyOfAnother("bank-1"));
        refused(
                () -> shares.subscribe(coop, hanako, 1, "bank-1"),
                new ShareRefusal.KeyOfAnother("bank-1"));
        assertThat(shares.holding(coop, other).due()).isEqualTo(of(1));
    }

    @Test
    void noMoreThanOneMemberMayHold() {
        coops.decide(coop, new ShareLimits(10), "", LocalDate.of(2026, 11, 1));
        join();
        shares.subscribe(coop, hanako, 9, "nine");
        refused(
                () -> shares.subscribe(coop, hanako, 1, "one"),
                new ShareRefusal.MoreThanOneMayHold(10, 11));
        refused(() -> shares.subscribe(coop, hanako, 0, "none"), new ShareRefusal.NoUnits());
        refused(() -> shares.subscribe(coop, hanako, -1, "less"), new ShareRefusal.NoUnits());
    }

    @Test
    void aMemberKeepsTheLeast() {
        join();
        refused(
                () -> shares.reduce(coop, hanako, 1, STAFF, "all", ""),
                new ShareRefusal.LessThanOneKeeps(1, 0));
    }

    @Test
    void onlyWholeSharesThatAreDueArePaid() {
        shares.subscribe(coop, hanako, 2, "more");
        for (var wrong : List.of(1, 499, 501, 2000, -500, 0)) {
            refused(
                    () -> shares.payIn(coop, hanako, Yen.of(wrong), STAFF, "bank" + wrong, ""),
                    new ShareRefusal.NotWhatIsDue(Yen.of(1500), Yen.of(wrong)));
        }
        refused(
                () -> shares.payBack(coop, hanako, Yen.of(500), STAFF, "back", ""),
                new ShareRefusal.MoreThanIsOwed(Yen.ZERO, Yen.of(500)));
    }

    @Test
    @Rule("M-USE-3")
    void aFileOfPaymentsImportedTwiceAtOncePaysOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(
                            IntStream.range(0, 4)
                                    .<Callable<Boolean>>mapToObj(i -> () -> payIn("line-7"))
                                    .toList())
                    .forEach(it -> assertThat(it.resultNow()).isTrue());
        }
        assertThat(shares.holding(coop, hanako).capital()).isEqualTo(of(1));
        assertThat(shares.history(coop, hanako)).hasSize(2);
    }

    @Test
    void paymentsAndReductionsAtOnceLoseNothing() throws Exception {
        join();
        shares.subscribe(coop, hanako, 20, "more");
        try (var threads = Executors.newFixedThreadPool(6)) {
            var work =
                    IntStream.range(0, 20)
                            .<Callable<Boolean>>mapToObj(i -> () -> payIn("line-" + i))
                            .toList();
            threads.invokeAll(work).forEach(it -> assertThat(it.resultNow()).isTrue());
        }
        assertThat(shares.holding(coop, hanako).capital()).isEqualTo(of(21));
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void whateverHappensTheBooksAgree() {
        join();
        var dice = RandomGenerator.of("L64X128MixRandom");
        for (var i = 0; i < 120; i++) {
            step(dice.nextInt(5), dice.nextInt(1, 6), "step-" + i);
        }
        var proof = proofs.run(coop);
        assertThat(proof.findings()).isEmpty();
        assertThat(proof.capital()).isEqualTo(shares.holding(coop, hanako).capital().yen());
        assertThat(proofs.recent(coop)).first().isEqualTo(proof);
    }

    @Test
    void theProofFindsABalanceThatWasTamperedWith() {
        join();
        sql.update(SHARE_BALANCE)
                .set(SHARE_BALANCE.AMOUNT_YEN, 900L)
                .where(SHARE_BALANCE.COOP_ID.eq(coop.code()), SHARE_BALANCE.ACCOUNT.eq("capital"))
                .execute();
        assertThat(proofs.run(coop).findings()).singleElement().asString().contains("500円", "900円");
    }

    @Test
    void postingsAreNeverChangedOrRemoved() {
        join();
        var mine = SHARE_POSTING.COOP_ID.eq(coop.code());
        assertThatThrownBy(
                        () ->
                                sql.update(SHARE_POSTING)
                                        .set(SHARE_POSTING.REF, "x")
                                        .where(mine)
                                        .execute())
                .hasMessageContaining("never changed");
        assertThatThrownBy(
                        () ->
                                sql.deleteFrom(SHARE_TRANSFER)
                                        .where(SHARE_TRANSFER.COOP_ID.eq(coop.code()))
                                        .execute())
                .hasMessageContaining("never changed");
        assertThatThrownBy(
                        () -> sql.execute("truncate members.share_transfer, members.share_posting"))
                .hasMessageContaining("never changed");
    }

    @Test
    @Rule("M-USE-3")
    void capitalIsBilledOnceAtTheClosingDayAndPaidTheNextMonth() {
        billing();
        assertThat(bills.close(coop)).as("before the 20th has passed").isZero();
        clock.standAt(TestClock.jst("2026-11-21T00:10"));
        var late = some.applied(coop).memberId();
        assertThat(bills.close(coop)).isOne();
        assertThat(bills.close(coop)).isZero();
        assertThat(bills.of(coop, late)).as("promised after the closing day").isEmpty();
        var bill = bills.of(coop, hanako).getFirst();
        assertThat(bill.closedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(bill.payBy()).isEqualTo(LocalDate.of(2026, 12, 27));
        assertThat(bills.unpaid(coop, Optional.empty(), 10)).containsExactly(bill);
        shares.payIn(coop, hanako, Yen.of(500), STAFF, "bank-1", "");
        assertThat(bills.unpaid(coop, Optional.empty(), 10)).isEmpty();
        assertThat(members.get(coop, hanako).hasJoined()).isTrue();
    }

    @Test
    @Rule("M-USE-3")
    void theNextBillAsksOnlyForWhatIsNewlyPromised() {
        billing();
        clock.standAt(TestClock.jst("2026-11-21T00:10"));
        bills.close(coop);
        shares.subscribe(coop, hanako, 3, "more");
        clock.standAt(TestClock.jst("2026-12-21T00:30"));
        bills.close(coop);
        assertThat(bills.of(coop, hanako))
                .extracting(it -> it.amount().units())
                .containsExactly(1L, 3L);
        shares.payIn(coop, hanako, Yen.of(1000), STAFF, "bank-1", "");
        assertThat(bills.unpaid(coop, Optional.empty(), 10))
                .singleElement()
                .extracting(ShareBill::open)
                .isEqualTo(Yen.of(1000));
    }

    @Test
    @Rule("M-USE-3")
    void aClosingThatBrokeOffGoesOnWithWhoeverHasNoBillYet() {
        billing();
        var others = IntStream.range(0, 4).mapToObj(it -> some.applied(coop).memberId()).toList();
        clock.standAt(TestClock.jst("2026-11-21T00:10"));
        var day = LocalDate.of(2026, 11, 20);
        var before = others.subList(0, 3);
        assertThat(bills.bill(coop, before, day, LocalDate.of(2026, 12, 27))).isEqualTo(3);
        assertThat(bills.bill(coop, before, day, LocalDate.of(2026, 12, 27))).isZero();
        assertThat(bills.close(coop)).as("hanako and the last of the others").isEqualTo(2);
        assertThat(bills.close(coop)).isZero();
        assertThat(bills.total(coop)).isEqualTo(new OpenShares(5, Yen.of(2500)));
    }

    @Test
    void whatIsUnpaidIsReadAPageAtATime() {
        billing();
        some.applied(coop);
        some.applied(coop);
        clock.standAt(TestClock.jst("2026-11-21T00:10"));
        bills.close(coop);
        var all = bills.unpaid(coop, Optional.empty(), 10);
        var first = bills.unpaid(coop, Optional.empty(), 2);
        var last = first.getLast();
        var key = new ShareBillKey(last.payBy(), last.billId());
        assertThat(all).hasSize(3).startsWith(first.toArray(ShareBill[]::new));
        assertThat(bills.unpaid(coop, Optional.of(key), 2)).containsExactly(all.getLast());
    }

    @Test
    void aBillThatIsPaidInPartStandsForItsRest() {
        shares.payIn(coop, hanako, Yen.of(500), STAFF, "first", "");
        shares.subscribe(coop, hanako, 4, "more");
        billing();
        clock.standAt(TestClock.jst("2026-11-21T00:10"));
        bills.close(coop);
        shares.payIn(coop, hanako, Yen.of(1500), STAFF, "part", "");
        shares.subscribe(coop, hanako, 2, "yet-more");
        clock.standAt(TestClock.jst("2026-12-21T00:30"));
        bills.close(coop);
        assertThat(bills.of(coop, hanako))
                .extracting(ShareBill::amount)
                .containsExactly(of(4), of(2));
    }

    @Test
    void aPromiseTakenBackIsNotBilled() {
        billing();
        clock.standAt(TestClock.jst("2026-11-21T00:10"));
        bills.close(coop);
        shares.cancelDue(coop, hanako, "cancel", STAFF, "お申込みの取下げ");
        assertThat(bills.unpaid(coop, Optional.empty(), 10)).isEmpty();
        assertThat(shares.holding(coop, hanako).isEmpty()).isTrue();
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void anotherCoopSeesNothing() {
        join();
        var other = coops.fresh();
        assertThat(shares.history(other, hanako)).isEmpty();
        assertThat(shares.holding(other, hanako)).isEqualTo(ShareHolding.NONE);
        assertThat(proofs.run(other).postings()).isZero();
    }

    private void step(int what, int units, String key) {
        try {
            switch (what) {
                case 0, 1 -> shares.subscribe(coop, hanako, units, key);
                case 2 -> payIn(key, units);
                case 3 -> shares.reduce(coop, hanako, units, STAFF, key, "");
                default -> shares.payBack(coop, hanako, Yen.of(500L * units), STAFF, key, "");
            }
        } catch (Refused refused) {
            assertThat(refused.refusals()).isNotEmpty();
        }
    }

    private void billing() {
        coops.decide(coop, new ShareBilling(true, 20, 1, 27), "", LocalDate.of(2026, 11, 1));
    }

    private void join() {
        shares.collect(coop, hanako, Yen.of(500), STAFF, "door", "");
    }

    private boolean payIn(String key) {
        return payIn(key, 1);
    }

    private boolean payIn(String key, int units) {
        shares.payIn(coop, hanako, Yen.of(500L * units), STAFF, key, "振込");
        return true;
    }

    private static void refused(Runnable doing, ShareRefusal why) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusals()).containsExactly(why));
    }

    private static ShareAmount of(int units) {
        return new ShareAmount(units, Yen.of(500L * units));
    }
}
