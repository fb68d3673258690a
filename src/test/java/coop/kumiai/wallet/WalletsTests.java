package coop.kumiai.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The ledger through its public service, on a real database; after every test it is proved. */
@KumiaiTest
class WalletsTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    @Autowired Wallets wallets;
    @Autowired WalletChores chores;
    @Autowired WalletProofs proofs;
    @Autowired Campaigns campaigns;
    @Autowired Ledger ledger;
    @Autowired WalletStore store;
    @Autowired TransactionTemplate transactions;
    @Autowired TestCoops coops;
    @Autowired TestMembers people;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    UUID hanako;
    int keys;

    @BeforeEach
    void aWalletWithMoney() {
        coop = coops.fresh();
        hanako = wallet(true);
        charge(hanako, 10_000);
    }

    @AfterEach
    void theLedgerAgrees() {
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    @Rule({"U-WAL-1", "U-WAL-2", "U-WAL-7"})
    void moneyIsChargedSpentAndShown() {
        var receipt = pay(hanako, 3_000);
        assertThat(receipt.paid()).isEqualTo(Yen.of(3_000));
        assertThat(receipt.moneyAfter()).isEqualTo(Yen.of(7_000));
        assertThat(wallets.get(coop, hanako).money()).isEqualTo(Yen.of(7_000));
        assertThat(wallets.history(coop, hanako, Optional.empty(), 10))
                .extracting(Receipt::kind)
                .containsExactlyInAnyOrder(PostingKind.PAY, PostingKind.CHARGE);
    }

    @Test
    @Rule("U-WAL-7")
    void aPageOfTheHistoryIsReadByTheKeyAloneHoweverMuchThereIs() {
        transactions.executeWithoutResult(
                it -> {
                    sql.execute(
                            """
                            insert into wallet.posting (coop_id, wallet_id, posting_id, kind, request_key, request_digest,
                              money_after_yen, points_after, effective_on, recorded_at)
                            select ?, ?, gen_random_uuid(), 'pay', 'plan-' || n, '', 0, 0, date '2026-01-01', now()
                            from generate_series(1, 20000) n
                            """,
                            coop.code(),
                            hanako);
                    sql.execute("analyze wallet.posting");
                    var page = store.page(coop, hanako, Optional.of(new UUID(-1, -1)), 21);
                    assertThat(sql.explain(page).plan())
                            .contains("Index Scan Backward using posting_pkey")
                            .doesNotContain("Sort");
                    it.setRollbackOnly();
                });
    }

    @Test
    @Rule("U-WAL-3")
    void booksEarnTenPercentAndTheReceiptSaysWhy() {
        var lines = List.of(new ReceiptLine("9784000000001", "国語辞典", 1, Yen.of(3_300)));
        var receipt =
                wallets.post(
                        coop,
                        new Instruction.Pay(
                                key(),
                                hanako,
                                new Purchase("shibuya", Yen.of(3_300), lines),
                                PointUse.FIRST));
        assertThat(receipt.points()).isEqualTo(330);
        assertThat(receipt.grounds()).containsExactly("書籍 3,300円 × 10 %");
    }

    @Test
    @Rule("B-PT-1")
    void pointsPayAndLapseAfterTheLastPurchase() {
        grant(hanako, 200);
        var receipt = wallets.post(coop, pay(hanako, 1_000, PointUse.exactly(150)));
        assertThat(receipt.money()).isEqualTo(Yen.of(-850));
        clock.forward(Duration.ofDays(180));
        assertThat(chores.expirePoints(coop)).isZero();
        clock.forward(Duration.ofDays(1));
        assertThatThrownBy(() -> wallets.post(coop, pay(hanako, 100, PointUse.exactly(1))))
                .isInstanceOf(Refused.class);
        assertThat(chores.expirePoints(coop)).isEqualTo(1);
        assertThat(wallets.get(coop, hanako).points()).isZero();
    }

    @Test
    void theSameInstructionIsDoneOnceAndAnsweredAlike() {
        var instruction = pay(hanako, 3_000, PointUse.FIRST);
        var first = wallets.post(coop, instruction);
        assertThat(wallets.post(coop, instruction)).isEqualTo(first);
        assertThat(wallets.find(coop, instruction.key())).contains(first);
        assertThat(wallets.get(coop, hanako).money()).isEqualTo(Yen.of(7_000));
    }

    @Test
    void aRefusalStaysARefusal() {
        var tooMuch = pay(hanako, 10_001, PointUse.FIRST);
        assertThat(refusal(tooMuch)).isEqualTo("wallet/not-enough");
        charge(hanako, 5_000);
        assertThat(refusal(tooMuch)).isEqualTo("wallet/not-enough");
        assertThat(wallets.get(coop, hanako).money()).isEqualTo(Yen.of(15_000));
    }

    @Test
    void aKeyIsNobodyElses() {
        var instruction = pay(hanako, 3_000, PointUse.FIRST);
        wallets.post(coop, instruction);
        assertThat(
                        refusal(
                                new Instruction.Pay(
                                        instruction.key(),
                                        hanako,
                                        new Purchase("shibuya", Yen.of(3_001), List.of()),
                                        PointUse.FIRST)))
                .isEqualTo("wallet/key-of-another");
    }

    @Test
    @Rule("X-WAL-1")
    void aRefundGoesNoFurtherThanThePayment() {
        var payment = pay(hanako, 3_000);
        refund(payment, 1_000);
        refund(payment, 2_000);
        assertThat(refusal(refundOf(payment, 1))).isEqualTo("wallet/more-than-was-paid");
        assertThat(wallets.get(coop, hanako).money()).isEqualTo(Yen.of(10_000));
        assertThat(wallets.get(coop, hanako).points()).isZero();
    }

    @Test
    void nobodyRefundsAnothersPayment() {
        var payment = pay(hanako, 3_000);
        var taro = wallet(true);
        assertThat(
                        refusal(
                                new Instruction.Refund(
                                        key(), taro, payment.postingId(), Optional.empty(), "")))
                .isEqualTo("wallet/nothing-to-refund");
    }

    @Test
    @Rule("X-WAL-1")
    void spentPointsAreOwedAfterARefundAndSettledByTheNextOnes() {
        var payment = pay(hanako, 4_000);
        wallets.post(coop, pay(hanako, 20, PointUse.exactly(20)));
        refund(payment, 4_000);
        assertThat(wallets.get(coop, hanako).pointDebt()).isEqualTo(20);
        grant(hanako, 50);
        assertThat(wallets.get(coop, hanako).pointDebt()).isZero();
        assertThat(wallets.get(coop, hanako).points()).isEqualTo(30);
    }

    @Test
    @Rule("U-WAL-5")
    void aSuspendedWalletPaysNothingAndLosesNothing() {
        wallets.post(coop, new Instruction.Suspend(key(), hanako, "紛失"));
        assertThat(refusal(pay(hanako, 1, PointUse.FIRST))).isEqualTo("wallet/suspended");
        wallets.post(coop, new Instruction.Resume(key(), hanako, "発見"));
        assertThat(pay(hanako, 1).moneyAfter()).isEqualTo(Yen.of(9_999));
    }

    @Test
    @Rule({"U-WAL-6", "U-SIGN-1"})
    void whatIsBroughtOverIsThereOnceAndUsableOnceVerified() {
        var jiro = wallet(false);
        var migration = migration(jiro, 4_500);
        wallets.post(coop, migration);
        assertThat(wallets.post(coop, migration).moneyAfter()).isEqualTo(Yen.of(4_500));
        assertThat(refusal(migration(jiro, 1))).isEqualTo("wallet/key-of-another");
        assertThat(refusal(pay(jiro, 1, PointUse.FIRST))).isEqualTo("wallet/unverified");
        wallets.post(coop, new Instruction.Verify(key(), jiro, "窓口"));
        assertThat(pay(jiro, 12).points()).isEqualTo(-12);
    }

    @Test
    void whatIsHeldIsPaidInPartAndTheRestComesBack() {
        var hold =
                wallets.post(
                        coop,
                        new Instruction.Hold(
                                key(), hanako, "shibuya", Yen.of(8_000), PointUse.FIRST));
        assertThat(refusal(pay(hanako, 2_001, PointUse.FIRST))).isEqualTo("wallet/not-enough");
        var captured =
                wallets.post(
                        coop,
                        new Instruction.Capture(
                                key(),
                                hanako,
                                hold.postingId(),
                                new Purchase("shibuya", Yen.of(6_000), List.of())));
        assertThat(captured.moneyAfter()).isEqualTo(Yen.of(4_000));
        assertThat(refund(captured, 6_000).moneyAfter()).isEqualTo(Yen.of(10_000));
        assertThat(refusal(new Instruction.Release(key(), hanako, hold.postingId())))
                .isEqualTo("wallet/not-waiting");
    }

    @Test
    void whatIsHeldTooLongComesBackByItself() {
        wallets.post(
                coop,
                new Instruction.Hold(key(), hanako, "shibuya", Yen.of(8_000), PointUse.FIRST));
        clock.forward(Duration.ofMinutes(31));
        chores.releaseHolds(coop);
        assertThat(wallets.get(coop, hanako).money()).isEqualTo(Yen.of(10_000));
    }

    @Test
    @Rule("U-WAL-2")
    void aChargeAtAConvenienceStoreCountsBeforeItIsPaidAndIsBookedOnce() {
        var announced =
                wallets.post(
                        coop,
                        new Instruction.ExpectCharge(
                                key(), hanako, Channel.CONVENIENCE, Yen.of(30_000)));
        assertThat(refusal(chargeOf(hanako, 10_001))).isEqualTo("wallet/above-most-balance");
        var paid =
                new Instruction.Charge(
                        key(),
                        hanako,
                        Channel.CONVENIENCE,
                        "base",
                        Yen.of(30_000),
                        Optional.of(announced.postingId()));
        assertThat(wallets.post(coop, paid).moneyAfter()).isEqualTo(Yen.of(40_000));
        assertThat(wallets.post(coop, paid).moneyAfter()).isEqualTo(Yen.of(40_000));
        assertThat(wallets.waiting(coop, hanako)).isEmpty();
    }

    @Test
    void membersGiveNothingToEachOtherUnlessTheCoopAllowsIt() {
        var taro = wallet(true);
        assertThat(refusal(new Instruction.Move(key(), hanako, taro, "base", Yen.of(500))))
                .isEqualTo("wallet/no-moves");
        coops.decide(coop, new MoveTerms(true), "", TODAY);
        wallets.post(coop, new Instruction.Move(key(), hanako, taro, "base", Yen.of(500)));
        assertThat(wallets.get(coop, taro).money()).isEqualTo(Yen.of(500));
    }

    @Test
    void aClosedWalletIsEmpty() {
        grant(hanako, 9);
        wallets.post(coop, new Instruction.Close(key(), hanako, "卒業"));
        assertThat(wallets.get(coop, hanako).money()).isEqualTo(Yen.ZERO);
        assertThat(refusal(chargeOf(hanako, 1_000))).isEqualTo("wallet/closed");
    }

    @Test
    void insideATransactionOfTheCallerNothingStaysWhenThatFails() {
        assertThatThrownBy(
                        () ->
                                transactions.executeWithoutResult(
                                        status -> {
                                            pay(hanako, 3_000);
                                            throw new IllegalStateException("the order fails");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(wallets.get(coop, hanako).money()).isEqualTo(Yen.of(10_000));
    }

    @Test
    void noRowOfThePastCanBeChanged() {
        assertThatThrownBy(
                        () ->
                                sql.execute(
                                        "update wallet.transfer set amount_yen = 1 where coop_id ="
                                                + " ?",
                                        coop.code()))
                .hasMessageContaining("never changed or removed");
        assertThatThrownBy(
                        () ->
                                sql.execute(
                                        "delete from wallet.posting where coop_id = ?",
                                        coop.code()))
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void theProofFindsABalanceThatNoTransferExplains() {
        sql.execute("update wallet.balance set amount_yen = 9 where coop_id = ?", coop.code());
        assertThat(proofs.run(coop).findings()).isNotEmpty();
        sql.execute("update wallet.balance set amount_yen = 10000 where coop_id = ?", coop.code());
    }

    /** Two nodes whose clocks differ: the row with the higher number bears the earlier time. */
    @Test
    void nothingIsSealedBehindARowThatIsTooYoung() {
        var start = clock.instant();
        clock.forward(Duration.ofMinutes(1));
        pay(hanako, 100);
        clock.standAt(start);
        pay(hanako, 200);
        clock.standAt(start.plus(Duration.ofMinutes(10)).plusSeconds(30));
        chores.seal(coop);
        clock.forward(Duration.ofMinutes(1));
        chores.seal(coop);
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void aSealFitsItsRowsOnly() {
        clock.forward(Duration.ofMinutes(11));
        chores.seal(coop);
        pay(hanako, 100);
        assertThat(proofs.run(coop).findings()).isEmpty();
        forging(
                () ->
                        sql.execute(
                                "update wallet.posting set reason = 'x' where coop_id = ?",
                                coop.code()));
        assertThat(proofs.run(coop).findings()).containsExactly("封印1番が、記録と一致しません。");
        forging(
                () ->
                        sql.execute(
                                "update wallet.posting set reason = '' where coop_id = ?",
                                coop.code()));
    }

    @Test
    @Rule("X-WAL-2")
    void aCampaignGrantsNoPointBeyondWhatAMemberMayHaveOrTheBudget() {
        campaigns.plan(coop, campaign(Optional.of(Yen.of(150)), Optional.of(Yen.of(180))), STAFF);
        var taro = wallet(true);
        charge(taro, 10_000);
        var first = pay(hanako, 1_000);
        assertThat(first.grounds()).containsExactly("お買上げ 1,000円 × 0.5 %", "新学期 1,000円 × 10 %");
        assertThat(first.points()).isEqualTo(105);
        assertThat(pay(hanako, 1_000, PointUse.NONE, "shibuya").points()).isEqualTo(55);
        assertThat(pay(hanako, 1_000, PointUse.NONE, "shibuya").points()).isEqualTo(5);
        assertThat(pay(taro, 1_000, PointUse.NONE, "meguro").points()).isEqualTo(5);
        assertThat(pay(taro, 1_000, PointUse.NONE, "shibuya").points()).isEqualTo(35);
        refund(first, 1_000);
        assertThat(pay(taro, 1_000, PointUse.NONE, "shibuya").points()).isEqualTo(105);
    }

    @Test
    @Rule("X-WAL-2")
    void aBudgetHoldsWhenEverybodyPaysAtOnce() throws Exception {
        campaigns.plan(coop, campaign(Optional.empty(), Optional.of(Yen.of(500))), STAFF);
        coops.decide(coop, noEarning(), "", TODAY);
        var tasks = new ArrayList<Callable<Outcome>>();
        for (var member = 0; member < 4; member++) {
            var wallet = wallet(true);
            charge(wallet, 10_000);
            for (var i = 0; i < 5; i++) {
                var payment = pay(wallet, 1_000, PointUse.NONE);
                tasks.add(() -> outcome(payment));
            }
        }
        var granted =
                together(tasks).stream()
                        .mapToLong(it -> ((Outcome.Done) it).receipt().points())
                        .sum();
        assertThat(granted).isEqualTo(500);
    }

    @Test
    void anotherCoopsWalletIsNotThere() {
        var other = coops.fresh();
        assertThatThrownBy(() -> wallets.post(other, pay(hanako, 1, PointUse.FIRST)))
                .isInstanceOf(NotFound.class);
    }

    /** Two nodes, each with lanes of its own, on the same wallets and with the same keys. */
    @Test
    void twoNodesSpendTheMoneyOnce() throws Exception {
        var taro = wallet(true);
        charge(taro, 10_000);
        coops.decide(coop, new MoveTerms(true), "", TODAY);
        var settings = new LaneSettings(2, 8, Duration.ofSeconds(20));
        var nodes =
                List.of(
                        new Lanes(ledger, transactions, settings),
                        new Lanes(ledger, transactions, settings));
        var tasks = new ArrayList<Callable<Outcome>>();
        for (var i = 0; i < 60; i++) {
            var payment = pay(i % 2 == 0 ? hanako : taro, 1_000, PointUse.NONE);
            var there = new Instruction.Move(key(), hanako, taro, "base", Yen.of(7));
            var back = new Instruction.Move(key(), taro, hanako, "base", Yen.of(7));
            for (var node : nodes) {
                tasks.add(() -> node.post(coop, payment).join());
                tasks.add(() -> node.post(coop, there).join());
                tasks.add(() -> node.post(coop, back).join());
            }
        }
        var outcomes = together(tasks);
        var paid =
                outcomes.stream()
                        .filter(
                                it ->
                                        it instanceof Outcome.Done done
                                                && done.receipt().kind() == PostingKind.PAY)
                        .distinct()
                        .count();
        var left = wallets.get(coop, hanako).money().plus(wallets.get(coop, taro).money());
        assertThat(left).isEqualTo(Yen.of(20_000 - 1_000 * paid));
        assertThat(paid).isBetween(18L, 20L);
    }

    @Test
    void aSuspensionBeatsEveryPaymentThatComesAfterIt() throws Exception {
        var tasks = new ArrayList<Callable<Outcome>>();
        var suspend = new Instruction.Suspend(key(), hanako, "紛失");
        for (var i = 0; i < 40; i++) {
            var payment = pay(hanako, 10, PointUse.NONE);
            tasks.add(() -> outcome(payment));
        }
        tasks.add(20, () -> outcome(suspend));
        together(tasks);
        var history = wallets.history(coop, hanako, Optional.empty(), 100);
        assertThat(history.stream().filter(it -> it.kind() == PostingKind.SUSPEND)).hasSize(1);
        assertThat(refusal(pay(hanako, 10, PointUse.NONE))).isEqualTo("wallet/suspended");
    }

    private static Campaign campaign(Optional<Yen> mostPerMember, Optional<Yen> budget) {
        var when =
                new Campaign.When(
                        TODAY, TODAY.plusDays(9), Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        return new Campaign(
                "new-term",
                "新学期",
                "maker",
                1_000,
                List.of(),
                List.of("4901"),
                when,
                List.of("shibuya"),
                mostPerMember,
                budget);
    }

    private static EarningTerms noEarning() {
        return new EarningTerms(List.of(), 0, 0, List.of(), "coop");
    }

    private Receipt pay(UUID wallet, long amount, PointUse points, String shop) {
        return wallets.post(
                coop,
                new Instruction.Pay(
                        key(), wallet, new Purchase(shop, Yen.of(amount), List.of()), points));
    }

    private Outcome outcome(Instruction instruction) {
        try {
            return new Outcome.Done(wallets.post(coop, instruction));
        } catch (Refused e) {
            return new Outcome.No((WalletRefusal) e.refusals().getFirst());
        }
    }

    private static List<Outcome> together(List<Callable<Outcome>> tasks) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    tasks.stream()
                            .map(
                                    task ->
                                            threads.submit(
                                                    () -> {
                                                        start.await();
                                                        return task.call();
                                                    }))
                            .toList();
            start.countDown();
            var outcomes = new ArrayList<Outcome>();
            for (var answer : answers) {
                outcomes.add(answer.get());
            }
            return outcomes;
        }
    }

    /** What somebody with all rights on the database could do. */
    private void forging(Runnable change) {
        sql.execute("alter table wallet.posting disable trigger posting_stays");
        change.run();
        sql.execute("alter table wallet.posting enable trigger posting_stays");
    }

    private static Instruction migration(UUID walletId, long yen) {
        return new Instruction.Migrate(
                TODAY, "OLD1", walletId, "base", Yen.of(yen), Yen.of(12), "coop");
    }

    private UUID wallet(boolean verified) {
        return wallets.open(coop, people.applied(coop).memberId(), verified).walletId();
    }

    private void charge(UUID wallet, long amount) {
        wallets.post(coop, chargeOf(wallet, amount));
    }

    private Instruction chargeOf(UUID wallet, long amount) {
        return new Instruction.Charge(
                key(), wallet, Channel.CASH, "base", Yen.of(amount), Optional.empty());
    }

    private void grant(UUID wallet, long points) {
        wallets.post(
                coop,
                new Instruction.Grant(
                        key(), wallet, "coop", Yen.of(points), Optional.empty(), "来店"));
    }

    private Receipt pay(UUID wallet, long amount) {
        return wallets.post(coop, pay(wallet, amount, PointUse.FIRST));
    }

    private Instruction.Pay pay(UUID wallet, long amount, PointUse points) {
        return new Instruction.Pay(
                key(), wallet, new Purchase("shibuya", Yen.of(amount), List.of()), points);
    }

    private Receipt refund(Receipt payment, long amount) {
        return wallets.post(coop, refundOf(payment, amount));
    }

    private Instruction refundOf(Receipt payment, long amount) {
        return new Instruction.Refund(
                key(), payment.walletId(), payment.postingId(), Optional.of(Yen.of(amount)), "返品");
    }

    private String refusal(Instruction instruction) {
        try {
            return wallets.post(coop, instruction).kind().code();
        } catch (Refused e) {
            return e.refusals().getFirst().code();
        }
    }

    private String key() {
        return "test-" + ++keys;
    }
}
