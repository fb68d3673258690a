package coop.kumiai.wallet;

import static coop.kumiai.wallet.Samples.BASE;
import static coop.kumiai.wallet.Samples.DAY;
import static coop.kumiai.wallet.Samples.ID;
import static coop.kumiai.wallet.Samples.MEALS;
import static coop.kumiai.wallet.Samples.done;
import static coop.kumiai.wallet.Samples.holding;
import static coop.kumiai.wallet.Samples.lot;
import static coop.kumiai.wallet.Samples.pay;
import static coop.kumiai.wallet.Samples.refund;
import static coop.kumiai.wallet.Samples.refusal;
import static coop.kumiai.wallet.Samples.terms;
import static coop.kumiai.wallet.Samples.with;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** The rules of the ledger, as tables: no database, no Spring. */
class WalletRulesTest {
    @Test
    void pointsThatEndFirstAreUsedFirstThenMoney() {
        var facts = holding(Map.of(BASE, 1_000L, lot(9), 30L, lot(3), 20L));
        assertThat(paid(facts, "books", 100, PointUse.FIRST))
                .extracting(it -> it.debit().code() + " " + it.amount().amount())
                .containsExactly(
                        "points:coop:2026-11-23 20", "points:coop:2026-11-29 30", "money:base 50");
    }

    @Test
    @Rule("X-WAL-3")
    void aMealPlanPaysAtTheCanteenUpToItsDayAndTheNextMoneyTheRest() {
        var facts = holding(Map.of(BASE, 1_000L, MEALS, 5_000L));
        var first = PaymentRules.pay(facts, pay("canteen", 500, PointUse.NONE), terms(), ID);
        var afterwards = facts.after(done(first));
        assertThat(paid(afterwards, "canteen", 300, PointUse.NONE))
                .extracting(it -> it.debit().name() + " " + it.amount().amount())
                .containsExactly("meals 160", "base 140");
        assertThat(paid(facts, "books", 300, PointUse.NONE))
                .extracting(it -> it.debit().name())
                .containsExactly("base");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 100", "40, 40, 60", "100, 100, 0"})
    @Rule("B-PT-1")
    void anyNumberOfPointsUpToTheBalancePays(long asked, long points, long money) {
        var facts = holding(Map.of(BASE, 1_000L, lot(9), 150L));
        var transfers = paid(facts, "books", 100, PointUse.exactly(asked));
        assertThat(-Posting.net(transfers, Account.Kind.POINTS).amount()).isEqualTo(points);
        assertThat(-Posting.net(transfers, Account.Kind.MONEY).amount()).isEqualTo(money);
    }

    @Test
    void morePointsThanThereAreIsRefused() {
        var facts = holding(Map.of(BASE, 1_000L, lot(9), 150L));
        var answer = PaymentRules.pay(facts, pay("books", 500, PointUse.exactly(151)), terms(), ID);
        assertThat(refusal(answer)).isEqualTo(new WalletRefusal.NotEnoughPoints(150, 151));
    }

    @ParameterizedTest
    @CsvSource({"-1, 100", "0, 80", "1, 80"})
    void pointsAreGoodUntilTheEndOfTheirLastDay(int lastDay, long money) {
        var facts = holding(Map.of(BASE, 1_000L, lot(lastDay), 20L));
        var transfers = paid(facts, "books", 100, PointUse.FIRST);
        assertThat(-Posting.net(transfers, Account.Kind.MONEY).amount()).isEqualTo(money);
    }

    @Test
    void whatIsMissingIsSaid() {
        var facts = holding(Map.of(BASE, 300L));
        var answer = PaymentRules.pay(facts, pay("books", 500, PointUse.FIRST), terms(), ID);
        assertThat(refusal(answer).sentence()).contains("300円", "500円", "200円足りません");
    }

    @ParameterizedTest
    @CsvSource({"20000, true", "20001, false"})
    void onePaymentHasALimit(long amount, boolean allowed) {
        var facts = holding(Map.of(BASE, 50_000L));
        var answer = PaymentRules.pay(facts, pay("books", amount, PointUse.NONE), terms(), ID);
        assertThat(answer instanceof Judgement.Done).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"15000, true", "15001, false"})
    void aDayHasALimit(long second, boolean allowed) {
        var facts = holding(Map.of(BASE, 50_000L));
        var first = PaymentRules.pay(facts, pay("books", 15_000, PointUse.NONE), terms(), ID);
        var answer =
                PaymentRules.pay(
                        facts.after(done(first)), pay("books", second, PointUse.NONE), terms(), ID);
        assertThat(answer instanceof Judgement.Done).isEqualTo(allowed);
    }

    /** Two holds of a meal plan's whole day are one too many, before either is paid. */
    @Test
    @Rule("X-WAL-3")
    void whatIsHeldCountsAgainstTheDayOnce() {
        var facts = holding(Map.of(MEALS, 2_000L));
        var hold = done(PaymentRules.hold(facts, lunch(660), terms(), ID));
        var held = with(facts.after(hold), hold);
        assertThat(refusal(PaymentRules.hold(held, lunch(1), terms(), WALLET_2)))
                .isInstanceOf(WalletRefusal.NotEnough.class);
        var taken = held.after(done(capture(held, "canteen", 600)));
        assertThat(taken.balance(MEALS).spent(DAY)).isEqualTo(Yen.of(600));
        var given = new Instruction.Release("l", Samples.WALLET, ID);
        var released = held.after(done(PaymentRules.release(held, given, terms(), WALLET_2)));
        assertThat(released.balance(MEALS).spent(DAY)).isEqualTo(Yen.ZERO);
    }

    @Test
    @Rule("X-WAL-3")
    void whatOneShopHoldsIsNoOthers() {
        var facts = holding(Map.of(MEALS, 2_000L));
        var hold = done(PaymentRules.hold(facts, lunch(660), terms(), ID));
        var held = with(facts.after(hold), hold);
        assertThat(refusal(capture(held, "books", 660)))
                .isInstanceOf(WalletRefusal.NotWaiting.class);
    }

    private static Instruction.Hold lunch(long amount) {
        return new Instruction.Hold("h", Samples.WALLET, "canteen", Yen.of(amount), PointUse.NONE);
    }

    private static Judgement capture(WalletFacts held, String shop, long amount) {
        var purchase = new Purchase(shop, Yen.of(amount), List.of());
        var capture = new Instruction.Capture("c", Samples.WALLET, ID, purchase);
        return PaymentRules.capture(held, capture, terms(), WALLET_2);
    }

    @ParameterizedTest
    @EnumSource(value = WalletState.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    @Rule("U-WAL-5")
    void onlyAnActiveWalletPays(WalletState state) {
        var facts = holding(state, Map.of(BASE, 1_000L));
        var answer = PaymentRules.pay(facts, pay("books", 1, PointUse.NONE), terms(), ID);
        assertThat(refusal(answer)).isEqualTo(new WalletRefusal.NotUsable(state));
    }

    @Test
    @Rule("U-WAL-3")
    void booksEarnTenPercentTheRestHalfOnePercentAndSomeNothing() {
        var purchase =
                new Purchase(
                        "books",
                        Yen.of(6_300),
                        List.of(
                                new ReceiptLine("9784000000001", "国語辞典", 1, Yen.of(3_300)),
                                new ReceiptLine("4512345678901", "ノート", 3, Yen.of(999)),
                                new ReceiptLine("4901234567894", "切手", 1, Yen.of(2_001))));
        assertThat(EarningRules.earned(purchase, Yen.of(6_300), terms()))
                .extracting(it -> it.ground() + " = " + it.points().amount())
                .containsExactly("書籍 3,300円 × 10 % = 330", "お買上げ 999円 × 0.5 % = 4");
    }

    /** A discount is a line below nought; one of the whole purchase has no code. */
    @ParameterizedTest
    @CsvSource({
        "3300, 0, -300, 0, '書籍 3,000円 × 10 % = 300'",
        "3300, -300, 0, 0, '書籍 3,000円 × 10 % = 300'",
        "49000, 0, 0, -48000, '書籍 1,000円 × 10 % = 100'",
        "2000, 0, 2000, -3000, 書籍 500円 × 10 % = 50;お買上げ 500円 × 0.5 % = 2",
        "0, 0, 4000, -4000, ''",
    })
    @Rule("U-WAL-3")
    void pointsComeForWhatIsPaidAfterDiscounts(
            long book, long ofBook, long other, long excluded, String earned) {
        var lines =
                List.of(
                        new ReceiptLine("9784000000001", "国語辞典", 1, Yen.of(book)),
                        new ReceiptLine("9784000000001", "値引き", 1, Yen.of(ofBook)),
                        new ReceiptLine("", "お買上げ", 1, Yen.of(other)),
                        new ReceiptLine("4901234567894", "切手", 1, Yen.of(excluded)));
        var amount = Yen.sum(lines.stream().map(ReceiptLine::amount).toList());
        var purchase = new Purchase("books", amount, lines);
        assertThat(
                        EarningRules.earned(purchase, amount, terms()).stream()
                                .map(it -> it.ground() + " = " + it.points().amount())
                                .collect(joining(";")))
                .isEqualTo(earned);
    }

    @Test
    @Rule("U-WAL-3")
    void whatPointsPayEarnsNothing() {
        var purchase = new Purchase("books", Yen.of(1_000), List.of());
        assertThat(EarningRules.earned(purchase, Yen.ZERO, terms())).isEmpty();
        assertThat(EarningRules.earned(purchase, Yen.of(600), terms()))
                .extracting(Earned::points)
                .containsExactly(Yen.of(3));
    }

    @Test
    @Rule("X-WAL-1")
    void moneyComesBackFirstAndPointsToTheirLots() {
        var bought = bought(holding(Map.of(BASE, 1_000L, lot(3), 20L, lot(9), 30L)), 100);
        var part = done(refund(bought, Optional.of(Yen.of(70))));
        assertThat(Posting.net(part.transfers(), Account.Kind.MONEY)).isEqualTo(Yen.of(50));
        assertThat(bought.after(part).balance(lot(9)).amount()).isEqualTo(Yen.of(20));
        var rest = done(refund(bought.after(part), Optional.empty()));
        var whole = bought.after(part).after(rest);
        assertThat(whole.balance(lot(9)).amount()).isEqualTo(Yen.of(30));
        assertThat(whole.balance(lot(3)).amount()).isEqualTo(Yen.of(20));
        assertThat(refusal(refund(whole, Optional.of(Yen.of(1)))))
                .isEqualTo(new WalletRefusal.MoreThanWasPaid(Yen.ZERO, Yen.of(1)));
    }

    @ParameterizedTest
    @CsvSource({"true, 20, 0", "false, 0, 20"})
    @Rule("X-WAL-1")
    void pointsThatEndedMeanwhileGetANewDayOrLapse(boolean renewed, long back, long lapsed) {
        var bought = bought(holding(Map.of(BASE, 1_000L, lot(0), 20L)), 100);
        var later = later(terms(new PointTerms(false, 180, renewed, 30)), 1);
        var refund = done(refund(bought, Optional.empty(), later));
        var expired = Posting.net(refund.transfers(), Account.Kind.EXPIRED);
        assertThat(bought.after(refund).balance(lot(31)).amount()).isEqualTo(Yen.of(back));
        assertThat(expired).isEqualTo(Yen.of(lapsed));
    }

    @Test
    @Rule("X-WAL-1")
    void grantedPointsThatWereSpentAreOwedAndTheNextOnesSettleIt() {
        var bought = bought(holding(Map.of(BASE, 10_000L)), 10_000);
        assertThat(bought.points()).isEqualTo(Yen.of(50));
        var spend = PaymentRules.pay(bought, pay("books", 30, PointUse.FIRST), terms(), WALLET_2);
        var spent = bought.after(done(spend));
        var refunded = spent.after(done(refund(spent, Optional.empty())));
        assertThat(refunded.balance(Account.debt()).amount()).isEqualTo(Yen.of(30));
        assertThat(refunded.points()).isEqualTo(Yen.ZERO);
        var grant = grant(refunded, 100);
        assertThat(grant.balance(Account.debt()).amount()).isEqualTo(Yen.ZERO);
        assertThat(grant.points()).isEqualTo(Yen.of(70));
    }

    @Test
    @Rule("X-WAL-1")
    void refundsInPartsEndWhereAWholeOneWould() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var start = holding(Map.of(BASE, 20_000L, lot(5), random.nextLong(300)));
            var facts = bought(start, random.nextInt(1, 5_000));
            while (!left(facts).isZero()) {
                var part = Yen.of(random.nextLong(1, left(facts).amount() + 1));
                facts = facts.after(done(refund(facts, Optional.of(part))));
            }
            assertThat(facts.money()).as("seed %d", seed).isEqualTo(start.money());
            assertThat(facts.points()).as("seed %d", seed).isEqualTo(start.points());
        }
    }

    @ParameterizedTest
    @CsvSource({"180, false", "181, true"})
    @Rule("B-PT-1")
    void pointsLapseSoManyDaysAfterTheLastPurchase(int days, boolean lapsed) {
        var facts = holding(Map.of(Account.points("coop", Account.NO_DAY), 77L));
        var terms = later(terms(new PointTerms(true, 180, true, 30)), days);
        var posting = done(PointRules.expire(facts, terms, ID));
        assertThat(facts.after(posting).points().isZero()).isEqualTo(lapsed);
    }

    /** However late the job of the night runs. */
    @ParameterizedTest
    @CsvSource({"180, 77", "181, 0"})
    @Rule("B-PT-1")
    void noPurchaseAndNoGiftBringsLatePointsBack(int days, long kept) {
        var old = Account.points("coop", Account.NO_DAY);
        var facts = holding(Map.of(BASE, 10_000L, old, 77L));
        var terms = later(terms(new PointTerms(true, 180, true, 30)), days);
        var purchase = pay("books", 10_000, PointUse.NONE);
        var bought = facts.after(done(PaymentRules.pay(facts, purchase, terms, ID)));
        assertThat(bought.points()).isEqualTo(Yen.of(kept + 50));
        var gift =
                new Instruction.Grant(
                        "g", Samples.WALLET, "coop", Yen.of(50), Optional.empty(), "おわび");
        var given = facts.after(done(PointRules.grant(facts, gift, terms, ID)));
        assertThat(given.points()).isEqualTo(Yen.of(kept + 50));
        assertThat(given.pointsFrom()).isEqualTo(kept > 0 ? DAY : DAY.plusDays(days));
    }

    @ParameterizedTest
    @CsvSource({"499, false", "500, true", "30000, true", "30001, false"})
    @Rule("U-WAL-2")
    void aChargeHasALeastAndAMost(long amount, boolean allowed) {
        assertThat(charge(holding(Map.of()), amount) instanceof Judgement.Done).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"40000, 10000, true", "40000, 10001, false", "50000, 500, false"})
    void aBalanceHasALimit(long before, long amount, boolean allowed) {
        var facts = holding(Map.of(BASE, before));
        assertThat(charge(facts, amount) instanceof Judgement.Done).isEqualTo(allowed);
    }

    @Test
    void anAnnouncedChargeCountsAgainstTheLimits() {
        var facts = holding(Map.of(BASE, 30_000L));
        var expect =
                new Instruction.ExpectCharge("e", WALLET_2, Channel.CONVENIENCE, Yen.of(15_000));
        var waiting = facts.after(done(ChargeRules.expect(facts, expect, terms(), ID)));
        assertThat(refusal(charge(waiting, 5_001)))
                .isEqualTo(new WalletRefusal.AboveMostBalance(Yen.of(50_000), Yen.of(5_000)));
    }

    private static final UUID WALLET_2 = new UUID(1, 2);

    private static List<Transfer> paid(
            WalletFacts facts, String shop, long amount, PointUse points) {
        var posting = done(PaymentRules.pay(facts, pay(shop, amount, points), terms(), ID));
        return posting.transfers().stream()
                .filter(it -> it.credit().is(Account.Kind.SALES))
                .toList();
    }

    private static WalletFacts bought(WalletFacts facts, long amount) {
        var payment =
                done(PaymentRules.pay(facts, pay("books", amount, PointUse.FIRST), terms(), ID));
        return with(facts.after(payment), payment);
    }

    private static Yen left(WalletFacts facts) {
        var past = requireNonNull(facts.past().get(ID));
        return past.paid().minus(past.refunded());
    }

    private static WalletFacts grant(WalletFacts facts, long points) {
        var grant =
                new Instruction.Grant(
                        "g", Samples.WALLET, "coop", Yen.of(points), Optional.empty(), "おわび");
        return facts.after(done(PointRules.grant(facts, grant, terms(), ID)));
    }

    private static Judgement charge(WalletFacts facts, long amount) {
        var charge =
                new Instruction.Charge(
                        "c",
                        Samples.WALLET,
                        Channel.CASH,
                        "base",
                        Yen.of(amount),
                        Optional.empty());
        return ChargeRules.charge(facts, charge, terms(), ID);
    }

    private static Terms later(Terms terms, int days) {
        return new Terms(
                terms.now(),
                DAY.plusDays(days),
                terms.limits(),
                terms.points(),
                terms.earning(),
                terms.moneys(),
                terms.charges(),
                terms.moves(),
                terms.holds(),
                terms.offers());
    }
}
