package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.DUE;
import static coop.kumiai.billing.db.Tables.LINE;
import static coop.kumiai.billing.db.Tables.STATEMENT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.ShareAmount;
import coop.kumiai.members.ShareBills;
import coop.kumiai.members.ShareTerms;
import coop.kumiai.members.Shares;
import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@KumiaiTest
class ClosingsTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final LocalDate OCT_20 = LocalDate.of(2026, 10, 20);
    private static final LocalDate NOV_20 = LocalDate.of(2026, 11, 20);
    private static final LineTax FOOD = LineTax.of(TaxClass.REDUCED, 8);
    @Autowired Billing billing;
    @Autowired Closings closings;
    @Autowired ClosingStore store;
    @Autowired Statements statements;
    @Autowired Shares shares;
    @Autowired Policies policies;
    @Autowired ShareBills shareBills;
    @Autowired DueStore dues;
    @Autowired ReceiptStore receipts;
    @Autowired TransactionTemplate transaction;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    UUID hanako;

    @BeforeEach
    void aMember() {
        coop = coops.school();
        hanako = some.applied(coop).memberId();
        shares.payIn(coop, hanako, Yen.of(5000), STAFF, "joining", "振込");
    }

    @Test
    @Rule("M-PAGE-1")
    void whatAroseUntilTheClosingDayIsOnTheStatementAndNotADayLater() {
        add("before", OCT_20.plusDays(1), 800);
        add("on", NOV_20, 1080);
        add("after", NOV_20.plusDays(1), 540);
        closeOn("2026-11-21T01:00");
        var statement = statements.get(coop, hanako, NOV_20);
        assertThat(statement.total()).isEqualTo(Yen.of(1880));
        assertThat(statement.payBy()).isEqualTo(LocalDate.of(2026, 12, 27));
        assertThat(statement.open()).isEqualTo(Yen.of(1880));
        assertThat(statements.lines(coop, statement))
                .extracting(StatementLine::wording)
                .containsExactly("before", "on");
        assertThat(billing.waiting(coop, hanako))
                .extracting(StatementLine::wording)
                .containsExactly("after");
    }

    @Test
    void nothingIsClosedWhileItsDayLasts() {
        add("on", NOV_20, 1080);
        clock.standAt(TestClock.jst("2026-11-20T23:59:59"));
        assertThat(closings.closeDue(coop).orElseThrow().closedOn()).isEqualTo(OCT_20);
        assertThat(statements.of(coop, hanako, Optional.empty(), 10)).isEmpty();
        clock.standAt(TestClock.jst("2026-11-21T00:00:00"));
        assertThat(closings.closeDue(coop).orElseThrow().closedOn()).isEqualTo(NOV_20);
        assertThat(statements.of(coop, hanako, Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void closedAgainNothingChanges() {
        add("one", NOV_20, 1080);
        var first = closeOn("2026-11-21T01:00");
        add("late", NOV_20, 540);
        var again = closeOn("2026-11-22T01:00");
        assertThat(again).isEqualTo(first);
        assertThat(statements.get(coop, hanako, NOV_20).total()).isEqualTo(Yen.of(1080));
        closeOn("2026-12-21T01:00");
        assertThat(statements.of(coop, hanako, Optional.empty(), 10))
                .extracting(Statement::total)
                .containsExactly(Yen.of(540), Yen.of(1080));
        assertThat(statements.of(coop, hanako, Optional.of(LocalDate.of(2026, 12, 20)), 10))
                .extracting(Statement::closedOn)
                .containsExactly(NOV_20);
    }

    @Test
    void theSameLineAgainChangesNothingAndAnotherUnderItsKeyIsRefused() {
        add("one", NOV_20, 1080);
        add("one", NOV_20, 1080);
        assertThat(billing.waiting(coop, hanako)).hasSize(1);
        assertThatThrownBy(() -> add("one", NOV_20, 1081))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals())
                                        .isEqualTo(
                                                List.of(new BillingRefusal.KeyOfAnother("one"))));
    }

    @Test
    void brokenOffItGoesOnAndDoublesNothing() {
        var others = IntStream.range(0, 5).mapToObj(i -> some.applied(coop).memberId()).toList();
        others.forEach(it -> billing.add(coop, line(it, "key-" + it, NOV_20, 1000)));
        clock.standAt(TestClock.jst("2026-11-21T01:00"));
        store.begin(coop, NOV_20, NOV_20.plusDays(37));
        transaction.executeWithoutResult(
                status -> {
                    store.count(coop, NOV_20);
                    var next = store.next(coop, NOV_20, Optional.empty(), 2);
                    store.close(coop, NOV_20, Map.of(next.get(0), "一", next.get(1), "二"));
                });
        assertThat(store.get(coop, NOV_20).membersDone()).isEqualTo(2);
        assertThat(store.get(coop, NOV_20).membersToDo()).isEqualTo(5);
        var done = closings.closeDue(coop).orElseThrow();
        assertThat(done.isDone()).isTrue();
        assertThat(done.membersDone()).isEqualTo(5);
        assertThat(done.total()).isEqualTo(Yen.of(5000));
        assertThat(done.lines()).isEqualTo(5);
        assertThat(sql.fetchCount(STATEMENT, STATEMENT.COOP_ID.eq(coop.code()))).isEqualTo(5);
    }

    @Test
    void closedByTwoAtOnceEverybodyHasOneStatement() throws Exception {
        var all = IntStream.range(0, 20).mapToObj(i -> some.applied(coop).memberId()).toList();
        all.forEach(it -> billing.add(coop, line(it, "key-" + it, NOV_20, 1000)));
        clock.standAt(TestClock.jst("2026-11-21T01:00"));
        atOnce(() -> closings.closeDue(coop));
        assertThat(sql.fetchCount(STATEMENT, STATEMENT.COOP_ID.eq(coop.code()))).isEqualTo(20);
        assertThat(store.get(coop, NOV_20).total()).isEqualTo(Yen.of(120_000));
        assertThat(store.get(coop, NOV_20).membersDone()).isEqualTo(20);
    }

    @Test
    void addedByTwoAtOnceItIsThereOnce() throws Exception {
        atOnce(
                () -> {
                    add("one", NOV_20, 1080);
                    return true;
                });
        assertThat(billing.waiting(coop)).isEqualTo(Yen.of(1080));
    }

    @Test
    void aStatementIsNeverChanged() {
        add("one", NOV_20, 1080);
        closeOn("2026-11-21T01:00");
        assertThatThrownBy(() -> sql.update(STATEMENT).set(STATEMENT.TOTAL_YEN, 1L).execute())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.update(LINE).set(LINE.AMOUNT_YEN, 1L).execute())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.deleteFrom(LINE).execute())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsGivenBackSettlesWhatIsOpenAndTheRestWaitsForTheDesk() {
        add("one", NOV_20, 1080);
        closeOn("2026-11-21T01:00");
        add("back", NOV_20.plusDays(3), -1500);
        closeOn("2026-12-21T01:00");
        closeOn("2026-12-22T01:00");
        assertThat(statements.get(coop, hanako, NOV_20).isSettled()).isTrue();
        var credit = statements.get(coop, hanako, LocalDate.of(2026, 12, 20));
        assertThat(credit.total()).isEqualTo(Yen.of(-1500));
        assertThat(credit.isSettled()).isTrue();
        assertThat(receipts.waiting(coop, Optional.empty(), 10))
                .extracting(Receipt::kind, Receipt::left)
                .containsExactly(tuple(Receipt.Kind.SURPLUS, Yen.of(420)));
    }

    @Test
    @Rule("M-USE-3")
    void promisedShareCapitalIsOnTheStatement() {
        var taro = some.applied(coop).memberId();
        closeOn("2026-11-21T01:00");
        var statement = statements.get(coop, taro, NOV_20);
        assertThat(statement.total()).isEqualTo(Yen.of(5000));
        assertThat(statements.lines(coop, statement))
                .extracting(StatementLine::wording, StatementLine::tax)
                .containsExactly(tuple("出資金 5口", LineTax.NONE));
    }

    @Test
    @Rule("M-USE-3")
    void shareCapitalThatIsPaidAtTheDeskIsTakenOffTheStatement() {
        var taro = some.applied(coop).memberId();
        closeOn("2026-11-21T01:00");
        shares.payIn(coop, taro, Yen.of(2000), STAFF, "desk-1", "現金");
        assertThat(statements.get(coop, taro, NOV_20).open()).isEqualTo(Yen.of(3000));
        shares.payIn(coop, taro, Yen.of(2000), STAFF, "desk-1", "現金");
        assertThat(statements.get(coop, taro, NOV_20).open()).isEqualTo(Yen.of(3000));
        shares.cancelDue(coop, taro, "cancelled", STAFF, "辞退");
        assertThat(statements.get(coop, taro, NOV_20).isSettled()).isTrue();
        assertThat(dues.total(coop).statements()).isZero();
    }

    @Test
    @Rule("M-USE-3")
    void aStatementThatWantsNothingPaysItsShareCapital() {
        var taro = some.applied(coop).memberId();
        var back = line(taro, "back", NOV_20, -5000);
        billing.add(coop, List.of(back));
        closeOn("2026-11-21T01:00");
        assertThat(statements.get(coop, taro, NOV_20).total()).isEqualTo(Yen.ZERO);
        assertThat(shares.holding(coop, taro).capital().yen()).isEqualTo(Yen.of(5000));
        assertThat(receipts.waiting(coop, Optional.empty(), 10)).isEmpty();
    }

    @Test
    @Rule("M-USE-3")
    void aBillIsPaidAtItsOwnPriceAlsoWhenSharesCostMoreByNow() {
        var taro = some.applied(coop).memberId();
        closeOn("2026-11-21T01:00");
        policies.decide(
                coop,
                new DatedPolicy<>(
                        "", NOV_20, new ShareTerms(Yen.of(1500), 1, true, true), "値上げ", "値上げ"));
        shares.subscribe(coop, taro, 1, "more");
        var bill = shareBills.of(coop, taro).getFirst();
        shares.payBill(coop, taro, bill.billId(), STAFF, "statement:" + bill.billId(), "");
        assertThat(shares.holding(coop, taro).capital())
                .isEqualTo(new ShareAmount(5, Yen.of(5000)));
        assertThat(shares.holding(coop, taro).due()).isEqualTo(new ShareAmount(1, Yen.of(1500)));
    }

    @Test
    void shareCapitalThatIsPaidBeforeTheClosingIsNotBilled() {
        var taro = some.applied(coop).memberId();
        clock.standAt(TestClock.jst("2026-11-21T00:30"));
        shareBills.close(coop);
        shares.payIn(coop, taro, Yen.of(5000), STAFF, "desk-1", "現金");
        closeOn("2026-11-21T01:00");
        assertThat(statements.of(coop, taro, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void moneyIsReckonedOncePerRate() {
        add("food", NOV_20, 105);
        add("food-2", NOV_20, 105);
        billing.add(
                coop,
                new NewLine(
                        hanako,
                        "goods",
                        "orders",
                        NOV_20,
                        "洗剤",
                        Yen.of(110),
                        LineTax.of(TaxClass.STANDARD, 10)));
        closeOn("2026-11-21T01:00");
        var lines = statements.lines(coop, statements.get(coop, hanako, NOV_20));
        assertThat(statements.totals(lines))
                .containsExactly(
                        new StatementTotal(
                                LineTax.of(TaxClass.STANDARD, 10), Yen.of(110), Yen.of(10)),
                        new StatementTotal(FOOD, Yen.of(210), Yen.of(15)));
    }

    @Test
    void aCoopThatMakesNoStatementsHasNone() {
        assertThat(closings.closeDue(coops.fresh())).isEmpty();
    }

    @Test
    void whatAStatementWantsNeverExceedsIt() {
        add("one", NOV_20, 1080);
        closeOn("2026-11-21T01:00");
        assertThatThrownBy(
                        () ->
                                sql.update(DUE)
                                        .set(DUE.SETTLED_YEN, 1081L)
                                        .where(DUE.COOP_ID.eq(coop.code()))
                                        .execute())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private Closing closeOn(String moment) {
        clock.standAt(TestClock.jst(moment));
        return closings.closeDue(coop).orElseThrow();
    }

    private void add(String key, LocalDate day, long yen) {
        billing.add(coop, line(hanako, key, day, yen));
    }

    private static NewLine line(UUID member, String key, LocalDate day, long yen) {
        return new NewLine(member, key, "orders", day, key, Yen.of(yen), FOOD);
    }

    private static <T> void atOnce(Callable<T> work) throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var it : two.invokeAll(List.of(work, work))) {
                it.get();
            }
        }
    }
}
