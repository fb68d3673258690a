package coop.kumiai.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.Tills;
import coop.kumiai.cards.IcCard;
import coop.kumiai.cards.IcCards;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.testing.AtOnce;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.wallet.ReceiptLine;
import coop.kumiai.wallet.WalletProofs;
import coop.kumiai.wallet.Wallets;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Charges taken back, days closed, IC cards and codes on the till's screen; the ledger is proved.
 */
@KumiaiTest
class TillsTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final String IDM = "01 2E 4C E1-5a5b5c5d";
    private static final String OTHER_IDM = "012E4CE15A5B5C5E";
    @Autowired TillClaims claims;
    @Autowired TillSales sales;
    @Autowired TillDays days;
    @Autowired TillCodes codes;
    @Autowired IcCards cards;
    @Autowired Tills tills;
    @Autowired Wallets wallets;
    @Autowired WalletProofs proofs;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired BusinessClock clock;
    CoopId coop;
    Member hanako;
    UUID till;
    final AtomicInteger keys = new AtomicInteger();

    @BeforeEach
    void aMemberWithMoney() {
        coop = coops.fresh();
        hanako = some.joined(coop);
        till = some.till(coop);
    }

    @AfterEach
    void theLedgerAgrees() {
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void aMistypedChargeIsTakenBackOnceAndNoMoreThanIsLeft() {
        var charge = charge(10_000);
        var part = request(till);
        var back = sales.takeBack(coop, part, charge, Optional.of(Yen.of(9_000)), "桁の誤り");
        assertThat(back.receipt().moneyAfter()).isEqualTo(Yen.of(1_000));
        assertThat(sales.takeBack(coop, part, charge, Optional.of(Yen.of(9_000)), "桁の誤り"))
                .as("the lost answer again")
                .extracting(TillReceipt::repeated, it -> it.receipt().moneyAfter())
                .containsExactly(true, Yen.of(1_000));
        refused(
                () -> takeBack(till, charge, Optional.of(Yen.of(1_001))),
                "wallet/more-than-was-charged",
                "あと1,000円");
        takeBack(till, charge, Optional.empty());
        assertThat(money()).isEqualTo(Yen.ZERO);
        for (var i = 0; i < 2; i++) {
            assertThat(charge(25_000)).as("the day's limit counts what stayed").isNotNull();
        }
    }

    /** Killed between the claim and the ledger, or waiting for it: "nothing happened" would lie. */
    @Test
    void whatHasComeAndIsNotAnsweredIsUnderWay() {
        var request = request(till);
        claims.byMember(coop, request, TillEntryKind.CHARGE, "1000", () -> hanako.memberId());
        refused(() -> sales.find(coop, till, request.key()), "tills/under-way", "同じ受付番号で");
    }

    @Test
    void whatHasBeenSpentIsNotTakenBack() {
        var charge = charge(1_000);
        pay(300);
        refused(
                () -> takeBack(till, charge, Optional.empty()),
                "wallet/spent-since",
                "1,000円は取り消せません",
                "700円まで");
        takeBack(till, charge, Optional.of(Yen.of(700)));
        assertThat(money()).isEqualTo(Yen.ZERO);
    }

    @Test
    void onlyTheTillThatChargedTakesItBackWhileItsDayIsOpen() {
        var charge = charge(1_000);
        refused(
                () -> takeBack(some.till(coop), charge, Optional.empty()),
                "tills/of-another-till",
                "ほかのレジ");
        refused(() -> takeBack(till, pay(100), Optional.empty()), "tills/no-such-charge", "取引番号");
        clock.forward(Duration.ofHours(2).plusSeconds(60));
        refused(() -> takeBack(till, charge, Optional.empty()), "tills/void-too-late", "2時間");
        var second = charge(1_000);
        close();
        refused(() -> takeBack(till, second, Optional.empty()), "tills/day-is-over", "締めて");
        assertThat(money()).isEqualTo(Yen.of(1_900));
    }

    @Test
    void aDayIsClosedOnceAndWhatComesLaterBelongsToTheNext() {
        var first = charge(10_000);
        takeBack(till, first, Optional.of(Yen.of(4_000)));
        var payment = pay(2_000);
        sales.refund(coop, request(till), payment, Optional.of(Yen.of(500)), "返品");
        refused(() -> pay(50_000), "wallet/not-enough", "足りません");
        var today = close();
        assertThat(today.number()).isEqualTo(1);
        assertThat(today.totals().cash()).isEqualTo(Yen.of(6_000));
        assertThat(today.totals().sales()).isEqualTo(Yen.of(1_500));
        assertThat(today.totals().acts()).isEqualTo(4);
        charge(1_000);
        assertThat(days.close(coop, till, Optional.empty()).isNew()).isFalse();
        assertThat(close()).isEqualTo(today);
        assertThat(days.open(coop, till).cash()).isEqualTo(Yen.of(1_000));
        clock.forward(Duration.ofDays(1));
        var next = close();
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.totals().cash()).isEqualTo(Yen.of(1_000));
        assertThat(next.seal()).isNotEqualTo(today.seal());
        refused(
                () -> days.close(coop, till, Optional.of(today.day().minusDays(1))),
                "tills/day-before-closed",
                "もう締めています");
        refused(
                () -> days.close(coop, till, Optional.of(LocalDate.now(clock).plusDays(1))),
                "tills/day-not-yet",
                "まだ来ていません");
    }

    @Test
    void tillsThatCloseAtOnceCloseOnce() throws Exception {
        charge(3_000);
        var numbers = AtOnce.all(Collections.<Callable<Integer>>nCopies(4, () -> close().number()));
        assertThat(numbers).containsOnly(1);
    }

    @Test
    void countedCashAgreesOrSaysWhy() {
        charge(3_000);
        var id = close().closingId();
        refused(
                () -> days.count(coop, id, Yen.of(2_990), " ", STAFF),
                "tills/no-count-note",
                "-10円違います");
        days.count(coop, id, Yen.of(2_990), "つり銭の渡し間違い", STAFF);
        assertThat(days.get(coop, id).difference()).contains(Yen.of(-10));
        clock.forward(Duration.ofMinutes(1));
        days.count(coop, id, Yen.of(3_000), "", STAFF);
        assertThat(days.get(coop, id).difference()).contains(Yen.ZERO);
        assertThatThrownBy(() -> days.get(coops.fresh(), id)).isInstanceOf(NotFound.class);
    }

    @Test
    @Rule({"U-WAL-1", "U-WAL-5"})
    void phoneAndCardDrawOnOneBalanceAndTheCardWithinItsLimits() {
        charge(20_000);
        issue(IDM);
        payByCard(4_000);
        var key = request(till);
        var paid = payByCard(key, IDM, 5_000);
        assertThat(payByCard(key, IDM, 5_000).receipt()).isEqualTo(paid.receipt());
        assertThat(money()).isEqualTo(Yen.of(11_000));
        refused(() -> payByCard(5_001), "cards/above-card-payment", "5,000円まで");
        refused(() -> payByCard(1_001), "cards/above-card-day", "あと1,000円");
        payByCard(1_000);
        assertThat(pay(3_000)).as("the phone goes on").isNotNull();
        clock.forward(Duration.ofDays(1));
        payByCard(1_000);
    }

    @Test
    @Rule("U-WAL-5")
    void aSuspendedCardPaysNothingAndIsResumedByWhoSuspendedIt() {
        charge(5_000);
        var card = issue(IDM);
        cards.suspendOwn(coop, hanako.memberId(), card.cardId(), STAFF);
        refused(() -> payByCard(100), "cards/ic-card-suspended", "残高とポイントはそのまま");
        assertThat(pay(100)).as("the phone still pays").isNotNull();
        cards.resumeOwn(coop, hanako.memberId(), card.cardId(), STAFF);
        payByCard(100);
        cards.suspend(coop, hanako.memberId(), card.cardId(), STAFF, "届けられた");
        refused(
                () -> cards.resumeOwn(coop, hanako.memberId(), card.cardId(), STAFF),
                "cards/ic-card-suspended-by-staff",
                "窓口");
        refused(() -> payByCard(100), "cards/ic-card-suspended", "止めて");
        cards.resume(coop, hanako.memberId(), card.cardId(), STAFF, "ご本人と確かめた");
        payByCard(100);
    }

    @Test
    @Rule("U-WAL-5")
    void aLostCardIsIssuedAgainAgainstPapersAndAFeeAndBalanceAndPointsStay() {
        charge(5_000);
        var lost = issue(IDM);
        payByCard(1_000);
        var before = wallets.of(coop, hanako.memberId()).orElseThrow();
        refused(() -> reissue(lost, Optional.empty(), 500), "cards/no-papers", "本人確認書類");
        refused(
                () -> reissue(lost, Optional.of(IcCard.Papers.LICENCE), 0),
                "cards/other-fee",
                "500円");
        reissue(lost, Optional.of(IcCard.Papers.LICENCE), 500);
        assertThat(wallets.of(coop, hanako.memberId()).orElseThrow()).isEqualTo(before);
        refused(() -> payByCard(100), "cards/unknown-ic-card", "登録されていません");
        payByCard(request(till), OTHER_IDM, 100);
        assertThat(cards.of(coop, hanako.memberId()))
                .extracting(IcCard::state)
                .containsExactlyInAnyOrder(IcCard.State.ACTIVE, IcCard.State.REPLACED);
        refused(
                () -> reissue(lost, Optional.of(IcCard.Papers.LICENCE), 500),
                "cards/ic-card-not-now",
                "再発行ずみ");
    }

    @Test
    void aChipIsOneCardAndNobodyHasTooMany() {
        issue(IDM);
        var taro = some.joined(coop);
        refused(
                () -> cards.issue(coop, taro.memberId(), "012e4ce15a5b5c5d", "定期", STAFF, "持参"),
                "cards/idm-taken",
                "もう登録");
        refused(() -> issue("12345"), "cards/bad-idm", "16桁");
        issue(OTHER_IDM);
        issue("012E4CE15A5B5C5F");
        refused(() -> issue("012E4CE15A5B5C60"), "cards/too-many-ic-cards", "3枚まで");
    }

    @Test
    void whoeverTriesChipsOutIsSlowedDown() {
        charge(1_000);
        for (var i = 0; i < 40; i++) {
            var idm = "012E4CE1000000%02d".formatted(i);
            assertThatThrownBy(() -> payByCard(request(till), idm, 100))
                    .isInstanceOf(Refused.class);
        }
        issue(IDM);
        refused(() -> payByCard(100), "cards/too-many", "お待ち");
    }

    @Test
    @Rule("U-WAL-5")
    void twoTillsDoNotPayBeyondTheDayOfOneCard() throws Exception {
        charge(20_000);
        issue(IDM);
        var paid =
                AtOnce.all(
                        Collections.<Callable<Boolean>>nCopies(
                                4, () -> isPaid(request(some.till(coop)), 4_000)));
        assertThat(paid.stream().filter(it -> it)).hasSize(2);
    }

    private boolean isPaid(TillRequest request, long amount) {
        try {
            payByCard(request, IDM, amount);
            return true;
        } catch (Refused no) {
            return false;
        }
    }

    @Test
    void aCodeOnTheTillsScreenIsPaidOnceByWhoeverConfirmsFirst() {
        charge(5_000);
        var request = request(till);
        var shown = codes.show(coop, request, Yen.of(1_200), List.of());
        assertThat(codes.show(coop, request, Yen.of(1_200), List.of()).code())
                .isEqualTo(shown.code());
        refused(
                () -> codes.show(coop, request, Yen.of(1_300), List.of()),
                "tills/key-of-another",
                request.key());
        var asked = codes.ask(coop, hanako.memberId(), shown.code().toLowerCase());
        assertThat(asked.amount()).isEqualTo(Yen.of(1_200));
        var paid = codes.pay(coop, hanako.memberId(), shown.code(), PointUse.FIRST);
        assertThat(codes.pay(coop, hanako.memberId(), shown.code(), PointUse.FIRST).receipt())
                .as("pressed twice")
                .isEqualTo(paid.receipt());
        assertThat(money()).isEqualTo(Yen.of(3_800));
        var seen = codes.look(coop, till, request.key());
        assertThat(seen.state()).isEqualTo("paid");
        assertThat(seen.receipt().orElseThrow().transaction()).isEqualTo(paid.transaction());
        assertThat(codes.drop(coop, till, request.key()).state()).isEqualTo("paid");
        var taro = some.joined(coop);
        wallets.open(coop, taro.memberId(), true);
        refused(
                () -> codes.pay(coop, taro.memberId(), shown.code(), PointUse.FIRST),
                "tills/code-over",
                "新しいコード");
        assertThat(days.open(coop, till).sales()).isEqualTo(Yen.of(1_200));
        sales.refund(coop, request(till), paid.transaction(), Optional.empty(), "返品");
        assertThat(money()).isEqualTo(Yen.of(5_000));
    }

    @Test
    void aCodeDiesWithItsTimeWithANoAndWithTheTill() {
        charge(1_000);
        var late = codes.show(coop, request(till), Yen.of(100), List.of());
        clock.forward(Duration.ofMinutes(3));
        refused(() -> confirm(late), "tills/code-over", "3分");
        var dear = codes.show(coop, request(till), Yen.of(1_100), List.of());
        refused(() -> confirm(dear), "wallet/not-enough", "100円足りません");
        refused(() -> confirm(dear), "tills/code-over", "レジで");
        var request = request(till);
        var dropped = codes.show(coop, request, Yen.of(100), List.of());
        assertThat(codes.drop(coop, till, request.key()).state()).isEqualTo("dropped");
        refused(() -> confirm(dropped), "tills/code-over", "レジで");
        assertThat(money()).isEqualTo(Yen.of(1_000));
        assertThatThrownBy(() -> codes.look(coop, some.till(coop), request.key()))
                .as("keys are the till's own")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoeverTriesCodesOutIsSlowedDown() {
        charge(1_000);
        var code = codes.show(coop, request(till), Yen.of(100), List.of());
        for (var i = 0; i < 5; i++) {
            refused(
                    () -> codes.ask(coop, hanako.memberId(), "ABCDEFGHJKLM"),
                    "tills/no-such-code",
                    "見つかりません");
        }
        refused(() -> confirm(code), "tills/too-many-wrong-codes", "1分に5回");
        clock.forward(Duration.ofMinutes(1));
        confirm(code);
    }

    private void confirm(ShownCode code) {
        codes.pay(coop, hanako.memberId(), code.code(), PointUse.FIRST);
    }

    private IcCard issue(String idm) {
        return cards.issue(coop, hanako.memberId(), idm, "学生証", STAFF, "窓口で登録");
    }

    private void reissue(IcCard lost, Optional<IcCard.Papers> papers, long fee) {
        cards.reissue(
                coop,
                hanako.memberId(),
                lost.cardId(),
                OTHER_IDM,
                papers,
                Yen.of(fee),
                STAFF,
                "紛失");
    }

    private UUID charge(long amount) {
        return sales.charge(coop, request(till), code(), Yen.of(amount)).transaction();
    }

    private UUID pay(long amount) {
        var lines = List.<ReceiptLine>of();
        return sales.pay(coop, request(till), code(), Yen.of(amount), lines, PointUse.NONE)
                .transaction();
    }

    private void payByCard(long amount) {
        payByCard(request(till), IDM, amount);
    }

    private TillReceipt payByCard(TillRequest request, String idm, long amount) {
        return sales.payByCard(coop, request, idm, Yen.of(amount), List.of(), PointUse.NONE);
    }

    private void takeBack(UUID from, UUID charge, Optional<Yen> amount) {
        sales.takeBack(coop, request(from), charge, amount, "入力の誤り");
    }

    private TillClosing close() {
        return days.close(coop, till, Optional.empty()).closing();
    }

    private TillRequest request(UUID from) {
        return new TillRequest(from, "shibuya", "receipt-" + keys.incrementAndGet());
    }

    private String code() {
        clock.forward(Duration.ofSeconds(30));
        return some.code(coop, hanako);
    }

    private Yen money() {
        return wallets.of(coop, hanako.memberId()).orElseThrow().money();
    }

    private static void refused(ThrowingCallable doing, String code, String... words) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> {
                            var refusal = it.refusals().getFirst();
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.sentence()).contains(words);
                        });
    }
}
