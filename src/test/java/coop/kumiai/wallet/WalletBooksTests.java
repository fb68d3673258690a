package coop.kumiai.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The books of the law, out of the ledger; the sums of days are proved against its totals. */
@KumiaiTest
class WalletBooksTests {
    private static final LocalDate BASE_DAY = LocalDate.of(2027, 3, 31);
    @Autowired Wallets wallets;
    @Autowired WalletBooks books;
    @Autowired WalletProofs proofs;
    @Autowired TestCoops coops;
    @Autowired TestMembers people;
    @Autowired BusinessClock clock;
    CoopId coop;
    UUID hanako;
    int keys;

    @BeforeEach
    void aWallet() {
        coop = coops.fresh();
        hanako = wallets.open(coop, people.applied(coop).memberId(), true).walletId();
    }

    @Test
    @Rule("X-WAL-4")
    void theUnusedBalanceOfABaseDayIsAsOfMidnightWheneverItIsAskedFor() {
        at("2027-03-31T23:59");
        charge(Channel.CASH, 10_000);
        var payment = pay(3_000);
        hold(500);
        at("2027-04-01T00:00");
        charge(Channel.CASH, 7_000);
        refund(payment, 1_000);
        at("2027-04-02T09:00");
        books.sumUp(coop);
        books.sumUp(coop);
        var day = books.baseDays(coop, 10).getFirst();
        assertThat(day.day()).isEqualTo(BASE_DAY);
        assertThat(day.unused()).isEqualTo(Yen.of(7_000));
        assertThat(day.deposit()).isEqualTo(Yen.ZERO);
        var april = books.month(coop, YearMonth.of(2027, 4));
        assertThat(april.issued()).isEqualTo(Yen.of(7_000));
        assertThat(april.used()).isEqualTo(Yen.of(-1_000));
        assertThat(april.unused()).isEqualTo(Yen.of(15_000));
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    @Rule("X-WAL-4")
    void monthsAreSummedByShopChannelAndBearer() {
        charge(Channel.CASH, 10_000);
        charge(Channel.MACHINE, 2_000);
        wallets.post(
                coop,
                new Instruction.Grant(
                        key(), hanako, "maker", Yen.of(300), Optional.empty(), "お試し"));
        pay(4_000);
        at("2026-11-21T09:00");
        books.sumUp(coop);
        var november = books.month(coop, YearMonth.of(2026, 11));
        assertThat(november.shops())
                .containsExactly(new PeriodBook.ShopSum("shibuya", Yen.of(3_700), Yen.of(300)));
        assertThat(november.channels())
                .extracting(PeriodBook.ChannelSum::words, PeriodBook.ChannelSum::amount)
                .containsExactly(tuple("レジでの現金", Yen.of(10_000)), tuple("チャージ機", Yen.of(2_000)));
        assertThat(november.bearers())
                .containsExactly(
                        new PeriodBook.BearerSum(
                                "coop", Yen.of(18), Yen.ZERO, Yen.ZERO, Yen.of(18)),
                        new PeriodBook.BearerSum(
                                "maker", Yen.of(300), Yen.of(300), Yen.ZERO, Yen.ZERO));
        assertThat(november.unused()).isEqualTo(wallets.get(coop, hanako).money());
    }

    @Test
    void aDayIsSummedOnceItIsOverAndSettled() {
        charge(Channel.CASH, 10_000);
        at("2026-11-21T00:09");
        books.sumUp(coop);
        assertThat(books.lastDay(coop)).isEmpty();
        assertThatThrownBy(() -> books.month(coop, YearMonth.of(2026, 11)))
                .isInstanceOf(NotFound.class);
        at("2026-11-21T00:10");
        books.sumUp(coop);
        assertThat(books.lastDay(coop)).contains(LocalDate.of(2026, 11, 20));
    }

    @Test
    @Rule("X-WAL-4")
    void whatIsPaidOutIsInTheBooks() {
        charge(Channel.CASH, 10_000);
        wallets.post(coop, new Instruction.Close(key(), hanako, "転居"));
        at("2026-11-21T09:00");
        books.sumUp(coop);
        var november = books.month(coop, YearMonth.of(2026, 11));
        assertThat(november.paidOut()).isEqualTo(Yen.of(10_000));
        assertThat(november.unused()).isEqualTo(Yen.ZERO);
    }

    @Test
    @Rule("X-WAL-4")
    void theDepositIsHalfOfWhatIsAboveTheThresholdRoundedUp() {
        var terms = new PrepaidTerms(List.of(9, 3), Yen.of(10_000_000), 50, 2, 20, 5);
        assertThat(terms.deposit(Yen.of(10_000_000))).isEqualTo(Yen.ZERO);
        assertThat(terms.deposit(Yen.of(10_000_001))).isEqualTo(Yen.of(5_000_001));
        assertThat(terms.reportBy(LocalDate.of(2026, 9, 30))).isEqualTo("2026-11-30");
        assertThat(terms.reportBy(BASE_DAY)).isEqualTo("2027-05-31");
        assertThat(terms.lastBaseDay(LocalDate.of(2027, 3, 30))).isEqualTo("2026-09-30");
        assertThat(terms.lastBaseDay(BASE_DAY)).isEqualTo(BASE_DAY);
        assertThat(terms.mostRefunds(Yen.of(1_000), Yen.of(10_000))).isEqualTo(Yen.of(500));
    }

    private void at(String moment) {
        clock.standAt(TestClock.jst(moment));
    }

    private void charge(Channel channel, long yen) {
        wallets.post(
                coop,
                new Instruction.Charge(
                        key(), hanako, channel, "base", Yen.of(yen), Optional.empty()));
    }

    private Receipt pay(long yen) {
        return wallets.post(
                coop,
                new Instruction.Pay(
                        key(),
                        hanako,
                        new Purchase("shibuya", Yen.of(yen), List.of()),
                        PointUse.FIRST));
    }

    private void hold(long yen) {
        wallets.post(
                coop, new Instruction.Hold(key(), hanako, "shibuya", Yen.of(yen), PointUse.FIRST));
    }

    private void refund(Receipt payment, long yen) {
        wallets.post(
                coop,
                new Instruction.Refund(
                        key(), hanako, payment.postingId(), Optional.of(Yen.of(yen)), ""));
    }

    private String key() {
        return "key-" + keys++;
    }
}
