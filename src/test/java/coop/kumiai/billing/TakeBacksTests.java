package coop.kumiai.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.AuditEntry;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.billing.TakeBacks.Fate;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.members.ShareAmount;
import coop.kumiai.members.ShareBills;
import coop.kumiai.members.ShareKind;
import coop.kumiai.members.SharePosting;
import coop.kumiai.members.ShareProofs;
import coop.kumiai.members.ShareRefusal;
import coop.kumiai.members.Shares;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

@KumiaiTest
class TakeBacksTests {
    private static final LocalDate NOV_20 = LocalDate.of(2026, 11, 20);
    @Autowired TakeBacks takeBacks;
    @Autowired PaymentFiles files;
    @Autowired BillingDesk desk;
    @Autowired Billing billing;
    @Autowired Closings closings;
    @Autowired Statements statements;
    @Autowired Shares shares;
    @Autowired ShareBills shareBills;
    @Autowired ShareProofs proofs;
    @Autowired Members members;
    @Autowired Audit audit;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired TestOrders orders;
    @Autowired BusinessClock clock;
    CoopId coop;
    UUID staff;
    UUID hanako;
    UUID taro;

    /** 花子 is a member and owes for goods; 太郎 owes what joining costs. */
    @BeforeEach
    void statements() {
        coop = coops.school();
        staff = orders.staff(coop, StaffRole.Kind.DESK, "honbu");
        hanako = some.applied(coop).memberId();
        shares.payIn(coop, hanako, Yen.of(5000), staff, "joining", "振込");
        var rice = new NewLine(hanako, "a", "orders", NOV_20, "米", Yen.of(3000), LineTax.NONE);
        billing.add(coop, rice);
        taro = some.applied(coop).memberId();
        clock.standAt(TestClock.jst("2026-11-21T01:00"));
        assertThat(closings.closeDue(coop)).isPresent();
        clock.standAt(TestClock.jst("2026-11-28T09:00"));
    }

    @Test
    void aReversalThatWaitedTakesShareCapitalBackOnce() {
        take(BankFile.transfers().transfer(1, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000));
        take(BankFile.transfers().transfer(2, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000, "1"));
        var reversal = desk.waiting(coop, Optional.empty(), 1).getFirst();
        var meant = takeBacks.mayBeMeant(coop, reversal, List.of());
        assertThat(meant).extracting(Receipt::amount).containsExactly(Yen.of(5000));
        var payment = meant.getFirst().receiptId();
        assertThat(takeBacks.offer(coop, payment).withShares()).isTrue();
        var of = Optional.of(reversal.receiptId());
        takeBacks.takeBack(coop, payment, Fate.GONE, of, staff, "銀行の知らせ");
        assertThat(open(taro)).isEqualTo(Yen.of(5000));
        assertThat(shares.holding(coop, taro).capital()).isEqualTo(ShareAmount.NONE);
        assertThat(shares.holding(coop, taro).due().yen()).isEqualTo(Yen.of(5000));
        assertThat(shareBills.of(coop, taro)).noneMatch(it -> it.isPaid());
        assertThat(members.get(coop, taro).hasJoined()).as("only leaving ends that").isTrue();
        assertThat(desk.countWaiting(coop)).isZero();
        assertThat(proofs.run(coop).findings()).isEmpty();
        assertThat(audit.byStaff(coop, List.of(taro), Optional.empty(), 10))
                .extracting(AuditEntry::action, AuditEntry::reason)
                .containsExactly(tuple("billing.taken-back", "銀行の知らせ"));
        refused(() -> takeBack(payment, Fate.GONE), new BillingRefusal.PaysNothing());
    }

    @Test
    void whatWasTakenBackIsPaidAnewAndTakenBackAnew() {
        for (var day = 1; day <= 3; day++) {
            take(BankFile.transfers().transfer(day, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000));
            assertThat(shares.holding(coop, taro).capital().yen()).isEqualTo(Yen.of(5000));
            takeBack(paying(taro), Fate.GONE);
            assertThat(shares.holding(coop, taro).due().yen()).isEqualTo(Yen.of(5000));
        }
        assertThat(shares.history(coop, taro))
                .extracting(SharePosting::kind)
                .containsSubsequence(
                        ShareKind.PAY_IN,
                        ShareKind.TAKE_BACK,
                        ShareKind.PAY_IN,
                        ShareKind.TAKE_BACK);
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void itIsOnNoSecondBill() {
        take(BankFile.transfers().transfer(1, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000));
        takeBack(paying(taro), Fate.GONE);
        shares.subscribe(coop, taro, 2, "more");
        clock.standAt(TestClock.jst("2026-12-21T01:00"));
        assertThat(closings.closeDue(coop)).isPresent();
        var december = statements.get(coop, taro, LocalDate.of(2026, 12, 20));
        assertThat(december.total())
                .isEqualTo(shares.holding(coop, taro).due().yen().minus(Yen.of(5000)));
    }

    @Test
    void capitalThatWasGivenUpSinceIsNotTakenBack() {
        take(BankFile.transfers().transfer(1, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000));
        var paid = shares.holding(coop, taro).capital();
        shares.giveUpAll(coop, taro, staff, "leaving");
        refused(() -> takeBack(paying(taro), Fate.GONE), new ShareRefusal.NoLongerThere(paid));
        assertThat(open(taro)).isEqualTo(Yen.ZERO);
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void moneyOfAnotherStatementWaitsOnceMore() {
        take(BankFile.transfers().transfer(1, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 3000));
        takeBack(paying(hanako), Fate.WAITS);
        assertThat(open(hanako)).isEqualTo(Yen.of(3000));
        assertThat(files.latest(coop, 1))
                .extracting(PaymentFile::paid, PaymentFile::waiting)
                .containsExactly(tuple(0, 1));
        var waits = desk.waiting(coop, Optional.empty(), 1).getFirst();
        assertThat(waits.remark()).isEqualTo("消込みを取り消しました: 銀行の知らせ");
        desk.match(coop, waits.receiptId(), hanako, NOV_20, staff, "やはりこちら");
        assertThat(open(hanako)).isEqualTo(Yen.ZERO);
        assertThat(statements.settlements(coop, statements.get(coop, hanako, NOV_20)))
                .extracting(Settlement::wording, Settlement::amount)
                .containsExactlyInAnyOrder(
                        tuple("振込", Yen.of(3000)),
                        tuple("振込の取消", new Yen(-3000)),
                        tuple("振込", Yen.of(3000)));
        take(BankFile.transfers().transfer(2, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 3000, "1"));
        assertThat(open(hanako)).as("the bank means the one that stands").isEqualTo(Yen.of(3000));
    }

    @Test
    void moneyAtTheDeskIsTakenAnewAfterItWasTakenBack() {
        receive(0);
        takeBack(paying(hanako), Fate.GONE);
        receive(0);
        assertThat(open(hanako)).as("the old form again").isEqualTo(Yen.of(3000));
        refused(() -> receive(1), new BillingRefusal.HasChanged(Yen.of(3000)));
        receive(2);
        assertThat(open(hanako)).isEqualTo(Yen.ZERO);
    }

    @Test
    void aPaymentOfTwoStatementsIsTakenBackWhole() {
        take(BankFile.transfers().transfer(1, "ﾀﾅｶ ﾐｻｷ", 8500));
        var receipt = desk.waiting(coop, Optional.empty(), 1).getFirst().receiptId();
        desk.match(coop, receipt, hanako, NOV_20, staff, "電話");
        desk.match(coop, receipt, taro, NOV_20, staff, "電話");
        assertThat(takeBacks.offer(coop, receipt).paid()).hasSize(2);
        takeBack(receipt, Fate.WAITS);
        assertThat(desk.total(coop).open()).isEqualTo(Yen.of(8000));
        assertThat(desk.waiting(coop, Optional.empty(), 10))
                .extracting(Receipt::left)
                .containsExactly(Yen.of(8500));
    }

    @Test
    void aReasonIsNeededAndOnlyWhatPaysIsTakenBack() {
        take(BankFile.transfers().transfer(1, "ﾀﾅｶ ﾐｻｷ", 8500));
        var waits = desk.waiting(coop, Optional.empty(), 1).getFirst().receiptId();
        refused(() -> takeBack(waits, Fate.GONE), new BillingRefusal.PaysNothing());
        receive(0);
        refused(
                () ->
                        takeBacks.takeBack(
                                coop, paying(hanako), Fate.GONE, Optional.empty(), staff, " "),
                new BillingRefusal.NoReason());
        refused(
                () ->
                        takeBacks.takeBack(
                                coop, paying(hanako), Fate.GONE, Optional.of(waits), staff, "x"),
                new BillingRefusal.ReceiptIsDone());
        assertThat(open(hanako)).isEqualTo(Yen.ZERO);
    }

    @Test
    void takenBackByTwoAtOnceItIsTakenBackOnce() throws Exception {
        take(BankFile.transfers().transfer(1, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000));
        var receipt = paying(taro);
        Callable<Boolean> work =
                () -> {
                    takeBack(receipt, Fate.GONE);
                    return true;
                };
        var done = 0;
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var it : two.invokeAll(List.of(work, work))) {
                try {
                    done += it.get() ? 1 : 0;
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(Refused.class);
                }
            }
        }
        assertThat(done).isOne();
        assertThat(open(taro)).isEqualTo(Yen.of(5000));
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    private void takeBack(UUID receipt, Fate fate) {
        takeBacks.takeBack(coop, receipt, fate, Optional.empty(), staff, "銀行の知らせ");
    }

    private UUID paying(UUID member) {
        return takeBacks.paying(coop, member, NOV_20).getFirst().receiptId();
    }

    private void receive(int settlements) {
        var seen = new SeenDue(Yen.of(3000), settlements);
        desk.receive(coop, hanako, NOV_20, seen, Yen.of(3000), staff, "窓口で現金");
    }

    private void take(BankFile file) {
        files.take(coop, "bank.txt", file.bytes(), staff);
    }

    private Yen open(UUID member) {
        return statements.get(coop, member, NOV_20).open();
    }

    private String number(UUID member) {
        return Long.toString(statements.get(coop, member, NOV_20).payerNumber());
    }

    private static void refused(Runnable action, Object refusal) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusals()).isEqualTo(List.of(refusal)));
    }
}
