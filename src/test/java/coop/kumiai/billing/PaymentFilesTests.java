package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.RECEIPT;
import static coop.kumiai.billing.db.Tables.SETTLEMENT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.AuditEntry;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.members.ShareBills;
import coop.kumiai.members.ShareProofs;
import coop.kumiai.members.Shares;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;

import org.jooq.DSLContext;
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
class PaymentFilesTests {
    private static final LocalDate OCT_20 = LocalDate.of(2026, 10, 20);
    private static final LocalDate NOV_20 = LocalDate.of(2026, 11, 20);
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
    @Autowired DSLContext sql;
    CoopId coop;
    UUID staff;
    UUID hanako;
    UUID taro;

    /** 花子 is a member and owes for goods of two months; 太郎 has yet to pay in. */
    @BeforeEach
    void statements() {
        coop = coops.school();
        staff = orders.staff(coop, StaffRole.Kind.DESK, "honbu");
        hanako = some.applied(coop).memberId();
        shares.payIn(coop, hanako, Yen.of(5000), staff, "joining", "振込");
        add("october", OCT_20, 1000);
        assertThat(closings.closeDue(coop)).isPresent();
        add("november", NOV_20, 3000);
        taro = some.applied(coop).memberId();
        clock.standAt(TestClock.jst("2026-11-21T01:00"));
        assertThat(closings.closeDue(coop)).isPresent();
        clock.standAt(TestClock.jst("2026-11-28T09:00"));
    }

    @Test
    @Rule("M-USE-3")
    void aPaidStatementMakesAMemberOfWhoeverPaidIn() {
        take(BankFile.debits().debit(number(taro), 5000, "0"));
        assertThat(statement(taro, NOV_20).isSettled()).isTrue();
        assertThat(shares.holding(coop, taro).capital().yen()).isEqualTo(Yen.of(5000));
        assertThat(shareBills.of(coop, taro)).allMatch(it -> it.isPaid());
        assertThat(members.get(coop, taro).hasJoined()).isTrue();
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void aPaymentPaysTheStatementOfItsAmount() {
        take(BankFile.transfers().transfer(1, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 3000));
        assertThat(statement(hanako, NOV_20).isSettled()).isTrue();
        assertThat(statement(hanako, OCT_20).open()).isEqualTo(Yen.of(1000));
        assertThat(statements.settlements(coop, statement(hanako, NOV_20)))
                .containsExactly(new Settlement(LocalDate.of(2026, 11, 27), "振込", Yen.of(3000)));
    }

    @Test
    void aPaymentOfEverythingPaysEverything() {
        take(BankFile.debits().debit(number(hanako), 4000, "0"));
        assertThat(statement(hanako, NOV_20).isSettled()).isTrue();
        assertThat(statement(hanako, OCT_20).isSettled()).isTrue();
        assertThat(files.latest(coop, 1))
                .extracting(PaymentFile::paid, PaymentFile::waiting, PaymentFile::total)
                .containsExactly(tuple(1, 0, Yen.of(4000)));
    }

    @Test
    void whatFailedIsNotedAndStaysUnpaid() {
        take(BankFile.debits().debit(number(hanako), 3000, "1"));
        assertThat(statement(hanako, NOV_20).open()).isEqualTo(Yen.of(3000));
        assertThat(desk.receipts(coop, hanako, 10))
                .extracting(Receipt::state, Receipt::remark)
                .containsExactly(tuple(Receipt.State.FAILED, "資金不足"));
        assertThat(desk.countWaiting(coop)).isZero();
    }

    @Test
    void whatNobodyUnderstandsWaitsForTheDesk() {
        take(
                BankFile.transfers()
                        .transfer(1, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 2999)
                        .transfer(2, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 4500)
                        .transfer(3, "ﾀﾅｶ ﾐｻｷ", 3000)
                        .transfer(4, "10000000 ﾀﾅｶ", 3000)
                        .transfer(5, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 3000, "1"));
        assertThat(desk.waiting(coop, Optional.empty(), 10))
                .extracting(Receipt::remark)
                .containsExactlyInAnyOrder(
                        "請求の残り4,000円のどれとも金額が合いません",
                        "請求の残り4,000円より500円多い入金です",
                        "お客様番号から、どなたの入金か分かりません",
                        "お客様番号から、どなたの入金か分かりません",
                        "銀行が振込を取り消しました");
        assertThat(desk.total(coop).open()).isEqualTo(Yen.of(9000));
    }

    @Test
    void moneyInAnotherNameWaitsAlsoWhenTheNumberIsAMembers() {
        take(
                BankFile.transfers()
                        .transfer(1, number(hanako) + " ﾔﾏﾀﾞ ｲﾁﾛｳ", 3000)
                        .transfer(2, number(hanako) + " ｶ)ﾔﾏﾀﾞ ﾊﾅｺ", 1000));
        assertThat(desk.total(coop).open()).isEqualTo(Yen.of(9000));
        assertThat(desk.waiting(coop, Optional.empty(), 10))
                .extracting(Receipt::remark, Receipt::member)
                .containsOnly(tuple("振込の名義が、お客様番号の組合員のふりがなとちがいます", Optional.of(hanako)));
        var family =
                desk.waiting(coop, Optional.empty(), 10).stream()
                        .filter(it -> it.amount().equals(Yen.of(3000)))
                        .findFirst()
                        .orElseThrow();
        match(family.receiptId(), NOV_20, "ご家族からと電話で確かめた");
        assertThat(statement(hanako, NOV_20).isSettled()).isTrue();
    }

    @Test
    void whatTheSameFileTakesBackPaysNothing() {
        take(
                BankFile.transfers()
                        .transfer(1, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000)
                        .transfer(2, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000, "1"));
        assertThat(statement(taro, NOV_20).open()).isEqualTo(Yen.of(5000));
        assertThat(shares.holding(coop, taro).capital().yen()).isEqualTo(Yen.ZERO);
        assertThat(desk.countWaiting(coop)).isZero();
        assertThat(desk.receipts(coop, taro, 10))
                .extracting(Receipt::remark)
                .containsOnly("同じファイルで取り消されています")
                .hasSize(2);
        assertThat(files.latest(coop, 1).getFirst().total()).isEqualTo(Yen.ZERO);
    }

    @Test
    void whatALaterFileTakesBackIsUnpaidAgain() {
        take(BankFile.transfers().transfer(1, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 4000));
        assertThat(statement(hanako, NOV_20).isSettled()).isTrue();
        var reversal = number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ";
        take(
                BankFile.transfers()
                        .transfer(2, reversal, 4000, "1")
                        .transfer(3, reversal, 4000, "1"));
        assertThat(statement(hanako, NOV_20).open()).isEqualTo(Yen.of(3000));
        assertThat(statement(hanako, OCT_20).open()).isEqualTo(Yen.of(1000));
        assertThat(desk.total(coop)).isEqualTo(new OpenTotal(3, Yen.of(9000)));
        assertThat(desk.unpaid(coop, Optional.empty(), 1))
                .extracting(OpenDue::memberId)
                .containsExactly(hanako);
        assertThat(statements.settlements(coop, statement(hanako, NOV_20)))
                .extracting(Settlement::wording, Settlement::amount)
                .containsExactlyInAnyOrder(
                        tuple("振込", Yen.of(3000)), tuple("振込の取消", new Yen(-3000)));
        assertThat(desk.waiting(coop, Optional.empty(), 10))
                .as("the second one has nothing to take back")
                .extracting(Receipt::remark)
                .containsExactly("銀行が振込を取り消しました");
        assertThat(audit.byStaff(coop, List.of(hanako), Optional.empty(), 10))
                .extracting(AuditEntry::action)
                .containsOnly("billing.taken-back");
        take(BankFile.transfers().transfer(4, reversal, 4000));
        assertThat(statement(hanako, NOV_20).isSettled()).as("paid anew").isTrue();
    }

    @Test
    void whatWaitedAndIsTakenBackWaitsNoLonger() {
        take(BankFile.transfers().transfer(1, "ﾀﾅｶ ﾐｻｷ", 3000));
        take(BankFile.transfers().transfer(2, "ﾀﾅｶ ﾐｻｷ", 3000, "1"));
        assertThat(desk.countWaiting(coop)).isZero();
    }

    @Test
    void whatMayMeanTwoTransfersIsForTheDesk() {
        take(
                BankFile.transfers()
                        .transfer(1, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 3000)
                        .transfer(2, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 3000));
        take(BankFile.transfers().transfer(3, number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ", 3000, "1"));
        assertThat(statement(hanako, NOV_20).isSettled()).isTrue();
        assertThat(desk.waiting(coop, Optional.empty(), 10))
                .extracting(Receipt::remark)
                .contains("銀行が振込を取り消しました。同じ名義と金額の振込が2件あり、どれか分かりません");
    }

    @Test
    void whatTheDeskHasSetAsideMayBeMeantToo() {
        var paid = number(hanako) + " ﾔﾏﾀﾞ ﾊﾅｺ";
        take(BankFile.transfers().transfer(1, paid, 3000).transfer(2, paid, 3000));
        var second = desk.waiting(coop, Optional.empty(), 10).getFirst().receiptId();
        desk.setAside(coop, second, staff, "銀行から組戻しの知らせ");
        take(BankFile.transfers().transfer(3, paid, 3000, "1"));
        assertThat(statement(hanako, NOV_20).isSettled()).as("the first one stays").isTrue();
        assertThat(desk.waiting(coop, Optional.empty(), 10))
                .extracting(Receipt::remark)
                .containsExactly("銀行が振込を取り消しました。同じ名義と金額の振込が2件あり、どれか分かりません");
    }

    @Test
    void shareCapitalThatIsTakenBackIsForTheDesk() {
        take(BankFile.transfers().transfer(1, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000));
        take(BankFile.transfers().transfer(2, number(taro) + " ﾔﾏﾀﾞ ﾊﾅｺ", 5000, "1"));
        assertThat(statement(taro, NOV_20).isSettled()).isTrue();
        assertThat(desk.waiting(coop, Optional.empty(), 10))
                .extracting(Receipt::remark)
                .containsExactly("銀行が振込を取り消しました。消込み済みです: 山田 花子さんの2026-11-20締めの請求");
    }

    @Test
    void theSameFileIsTakenOnce() {
        var file = BankFile.debits().debit(number(hanako), 3000, "0");
        take(file);
        refused(file.bytes(), new BadLine(0, "このファイルは11/28(土) 9時に取り込み済みです"));
        refused(file.withoutBreaks(), new BadLine(0, "このファイルは11/28(土) 9時に取り込み済みです"));
        var longer = file.debit(number(taro), 5000, "0");
        refused(longer.bytes(), new BadLine(2, "前に取り込んだ入金と同じです"));
        assertThat(statement(taro, NOV_20).isSettled()).isFalse();
        assertThat(sql.fetchCount(SETTLEMENT, SETTLEMENT.COOP_ID.eq(coop.code()))).isOne();
    }

    @Test
    void takenByTwoAtOnceItPaysOnce() throws Exception {
        var file = BankFile.debits().debit(number(hanako), 3000, "0").bytes();
        Callable<Boolean> work =
                () -> {
                    files.take(coop, "a.txt", file, staff);
                    return true;
                };
        var taken = 0;
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var it : two.invokeAll(List.of(work, work))) {
                try {
                    taken += it.get() ? 1 : 0;
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(ImportRefused.class);
                }
            }
        }
        assertThat(taken).isOne();
        assertThat(statement(hanako, NOV_20).isSettled()).isTrue();
        assertThat(sql.fetchCount(RECEIPT, RECEIPT.COOP_ID.eq(coop.code()))).isOne();
    }

    @Test
    void aBadFileChangesNothing() {
        var file =
                BankFile.debits().debit(number(hanako), 3000, "0").debit(number(taro), 5000, "5");
        refused(file.bytes(), new BadLine(3, "振替結果コード「5」は知られていません"));
        assertThat(desk.total(coop).open()).isEqualTo(Yen.of(9000));
        assertThat(sql.fetchCount(RECEIPT, RECEIPT.COOP_ID.eq(coop.code()))).isZero();
        assertThat(files.latest(coop, 10)).isEmpty();
    }

    @Test
    void staffSayWhatMoneyIsForWithAReason() {
        take(BankFile.transfers().transfer(1, "ﾀﾅｶ ﾐｻｷ", 3500));
        var receipt = desk.waiting(coop, Optional.empty(), 1).getFirst().receiptId();
        refused(() -> match(receipt, NOV_20, " "), new BillingRefusal.NoReason());
        match(receipt, NOV_20, "電話で確かめた");
        assertThat(statement(hanako, NOV_20).isSettled()).isTrue();
        refused(() -> match(receipt, NOV_20, "もう一度"), new BillingRefusal.NothingDue());
        match(receipt, OCT_20, "残りも");
        refused(() -> match(receipt, OCT_20, "もう一度"), new BillingRefusal.ReceiptIsDone());
        assertThat(statement(hanako, OCT_20).open()).isEqualTo(Yen.of(500));
        assertThat(audit.byStaff(coop, List.of(hanako), Optional.empty(), 10))
                .extracting(AuditEntry::action, AuditEntry::reason)
                .containsExactlyInAnyOrder(
                        tuple("billing.matched", "電話で確かめた"), tuple("billing.matched", "残りも"));
    }

    @Test
    void staffSetMoneyAsideWithAReason() {
        take(BankFile.transfers().transfer(1, "ﾀﾅｶ ﾐｻｷ", 3500));
        var receipt = desk.waiting(coop, Optional.empty(), 1).getFirst().receiptId();
        refused(() -> desk.setAside(coop, receipt, staff, ""), new BillingRefusal.NoReason());
        desk.setAside(coop, receipt, staff, "返金した");
        assertThat(desk.countWaiting(coop)).isZero();
        refused(
                () -> desk.setAside(coop, receipt, staff, "返金した"),
                new BillingRefusal.ReceiptIsDone());
        refused(() -> match(receipt, NOV_20, "やはり"), new BillingRefusal.ReceiptIsDone());
    }

    @Test
    void moneyAtTheDeskIsTakenOnce() {
        for (var i = 0; i < 2; i++) {
            receive(seen(3000, 0), 1000);
        }
        assertThat(statement(hanako, NOV_20).open()).isEqualTo(Yen.of(2000));
        for (var wrong : List.of(0, -1, 2001)) {
            refused(
                    () -> receive(seen(2000, 1), wrong),
                    new BillingRefusal.NotTheAmount(Yen.of(2000)));
        }
        refused(() -> receive(seen(3000, 1), 2000), new BillingRefusal.NotTheAmount(Yen.of(2000)));
        assertThat(audit.byStaff(coop, List.of(hanako), Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void whatIsUnpaidIsReadAPageAtATime() {
        var first = desk.unpaid(coop, Optional.empty(), 2);
        var last = first.getLast();
        var after = new OpenDueKey(last.payBy(), last.memberId(), last.closedOn());
        assertThat(first.getFirst().closedOn()).isEqualTo(OCT_20);
        assertThat(desk.unpaid(coop, Optional.of(after), 2)).hasSize(1);
        assertThat(desk.total(coop)).isEqualTo(new OpenTotal(3, Yen.of(9000)));
    }

    private void receive(SeenDue seen, long yen) {
        desk.receive(coop, hanako, NOV_20, seen, Yen.of(yen), staff, "窓口で現金");
    }

    private static SeenDue seen(long open, int settlements) {
        return new SeenDue(Yen.of(open), settlements);
    }

    private void match(UUID receipt, LocalDate closedOn, String reason) {
        desk.match(coop, receipt, hanako, closedOn, staff, reason);
    }

    private void take(BankFile file) {
        files.take(coop, "bank.txt", file.bytes(), staff);
    }

    private void add(String key, LocalDate day, long yen) {
        billing.add(coop, new NewLine(hanako, key, "orders", day, key, Yen.of(yen), LineTax.NONE));
    }

    private Statement statement(UUID member, LocalDate closedOn) {
        return statements.get(coop, member, closedOn);
    }

    private String number(UUID member) {
        return Long.toString(statement(member, NOV_20).payerNumber());
    }

    private void refused(byte[] content, BadLine... bad) {
        assertThatThrownBy(() -> files.take(coop, "again.txt", content, staff))
                .isInstanceOfSatisfying(
                        ImportRefused.class, it -> assertThat(it.badLines()).containsExactly(bad));
    }

    private static void refused(Runnable action, BillingRefusal refusal) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusals()).isEqualTo(List.of(refusal)));
    }
}
