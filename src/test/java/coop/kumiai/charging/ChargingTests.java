package coop.kumiai.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.charging.OnlineCharge.State;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardWatch;
import coop.kumiai.payments.StoreChain;
import coop.kumiai.payments.StorePayment;
import coop.kumiai.testing.AtOnce;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestProcessor;
import coop.kumiai.wallet.WalletChores;
import coop.kumiai.wallet.WalletProofs;
import coop.kumiai.wallet.Wallets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Charges of My Page against the stand-in processor; after every test the ledger is proved. */
@KumiaiTest
class ChargingTests {
    private static final URI BACK = URI.create("http://localhost/back");
    @Autowired Charging charging;
    @Autowired Wallets wallets;
    @Autowired WalletProofs proofs;
    @Autowired WalletChores chores;
    @Autowired TestProcessor processor;
    @Autowired ApplicationContext context;
    @Autowired TestMembers people;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    CoopId coop;
    UUID hanako;
    CardWatch cards;
    int keys;

    @BeforeEach
    void aWallet() {
        coop = coops.fresh();
        cards = new CardWatch(coop, context);
        hanako = people.applied(coop).memberId();
        wallets.open(coop, hanako, true);
    }

    @AfterEach
    void theLedgerAgrees() {
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    @Rule("U-WAL-2")
    void aCardChargesOnceItsMoneyIsTaken() {
        var begun = byCard(TestProcessor.GOOD, 3_000);
        assertThat(begun.state()).isEqualTo(State.TAKING);
        assertThat(money()).isZero();
        cards.run();
        assertThat(settled(begun).state()).isEqualTo(State.DONE);
        assertThat(settled(begun).state()).isEqualTo(State.DONE);
        assertThat(money()).isEqualTo(3_000);
    }

    @Test
    @Rule("U-WAL-2")
    void theCardCompanyAsksWhoItIs() {
        var begun = byCard(TestProcessor.CHALLENGED, 3_000);
        var page = charging.proof(coop, begun).orElseThrow();
        processor.prove(page.toString(), true);
        assertThat(settled(begun).state()).isEqualTo(State.TAKING);
        cards.run();
        charging.settleDue(coop);
        clock.forward(Duration.ofMinutes(2));
        charging.settleDue(coop);
        assertThat(money()).isEqualTo(3_000);
    }

    @Test
    @Rule("U-WAL-2")
    void aCardThatIsDeclinedLeavesNothingBehind() {
        var begun = byCard(TestProcessor.DECLINED, 30_000);
        assertThat(begun.state()).isEqualTo(State.OVER);
        assertThat(begun.why()).contains("承認しませんでした", "代金はいただいていません").doesNotContain("カート");
        var proven = byCard(TestProcessor.CHALLENGED, 30_000);
        processor.prove(charging.proof(coop, proven).orElseThrow().toString(), false);
        assertThat(settled(proven).state()).isEqualTo(State.OVER);
        assertThat(byCard(TestProcessor.CHALLENGED, 30_000).isOpen()).isTrue();
    }

    @Test
    void whatNobodyFinishesIsLetGo() {
        var begun = byCard(TestProcessor.CHALLENGED, 30_000);
        clock.forward(Duration.ofMinutes(20));
        charging.settleDue(coop);
        assertThat(found(begun).state()).isEqualTo(State.OVER);
        var other = byCard(TestProcessor.CHALLENGED, 30_000);
        assertThat(charging.putOff(coop, hanako, other.chargeId()).state()).isEqualTo(State.OVER);
    }

    @Test
    void anAnswerThatWasLostIsFoundByInquiryAndAKeyChargesOnce() {
        processor.misbehave(coop, "LOSES_ANSWERS", "/credit/charge", 1);
        var token = processor.token(TestProcessor.GOOD);
        var choice = new CardChoice.Typed(token, clock.instant(), false);
        var begun = charging.byCard(coop, hanako, "once", Yen.of(3_000), choice, it -> BACK);
        var again = charging.byCard(coop, hanako, "once", Yen.of(3_000), choice, it -> BACK);
        assertThat(again.chargeId()).isEqualTo(begun.chargeId());
        assertThat(begun.state()).isEqualTo(State.TAKING);
        cards.run();
        settled(begun);
        assertThat(money()).isEqualTo(3_000);
    }

    @Test
    @Rule("U-WAL-2")
    void aConvenienceStoreChargesOnceTheMoneyIsThere() {
        var begun = atStore(5_000);
        var number = charging.number(coop, begun);
        assertThat(number.state()).isEqualTo(StorePayment.State.WAITING);
        assertThat(number.receiptNumber()).isNotEmpty();
        assertThat(settled(begun).state()).isEqualTo(State.BEGUN);
        processor.payAtStore(number.receiptNumber(), "TWICE");
        charging.settleDue(coop);
        charging.settleDue(coop);
        assertThat(found(begun).state()).isEqualTo(State.DONE);
        assertThat(money()).isEqualTo(5_000);
    }

    @Test
    @Rule("U-WAL-2")
    void aNoticeWithoutMoneyChargesNothingAndMoneyWithoutNoticeIsFound() {
        var begun = atStore(5_000);
        var number = charging.number(coop, begun).receiptNumber();
        processor.payAtStore(number, "WITHOUT_MONEY");
        charging.settleDue(coop);
        assertThat(money()).isZero();
        processor.payAtStore(number, "NEVER");
        clock.forward(Duration.ofMinutes(61));
        charging.settleDue(coop);
        assertThat(money()).isEqualTo(5_000);
    }

    @Test
    @Rule("U-WAL-2")
    void aPendingNumberCountsAgainstTheLimitsUntilItLapses() {
        var first = atStore(30_000);
        assertThatThrownBy(() -> atStore(20_001))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals().getFirst().code())
                                        .isEqualTo("wallet/charged-too-much"));
        clock.forward(Duration.ofDays(3).plusMinutes(1));
        charging.settleDue(coop);
        assertThat(found(first).state()).isEqualTo(State.OVER);
        assertThat(atStore(30_000).isOpen()).isTrue();
    }

    @Test
    void moneyThatIsTooLateForItsAnnouncementIsBookedAllTheSame() {
        var begun = atStore(5_000);
        processor.payAtStore(charging.number(coop, begun).receiptNumber(), "NEVER");
        clock.forward(Duration.ofDays(4));
        chores.dropCharges(coop);
        charging.settleDue(coop);
        assertThat(found(begun).state()).isEqualTo(State.DONE);
        assertThat(money()).isEqualTo(5_000);
    }

    @Test
    void pressedTwiceAtOnceItIsOneCharge() throws Exception {
        Callable<OnlineCharge> press =
                () ->
                        charging.atStore(
                                coop, hanako, "once", Yen.of(30_000), StoreChain.SEVEN_ELEVEN);
        var both = AtOnce.all(List.of(press, press));
        assertThat(both)
                .extracting(OnlineCharge::chargeId)
                .containsOnly(both.getFirst().chargeId());
        assertThat(charging.open(coop, hanako)).hasSize(1);
    }

    @Test
    void aNumberThatIsRefusedIsOver() {
        processor.misbehave(coop, "REFUSES", "/cash/charge", 1);
        assertThat(atStore(5_000).why()).contains("発行できませんでした");
    }

    @Test
    void chargesAreNobodyElsesAndNeedAWallet() {
        var begun = atStore(5_000);
        var taro = people.applied(coop).memberId();
        assertThatThrownBy(() -> charging.find(coop, taro, begun.chargeId()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> charging.atStore(coop, taro, "k", Yen.of(5_000), StoreChain.LAWSON))
                .isInstanceOf(Refused.class);
    }

    private OnlineCharge byCard(String number, long yen) {
        var choice = new CardChoice.Typed(processor.token(number), clock.instant(), false);
        return charging.byCard(coop, hanako, key(), Yen.of(yen), choice, it -> BACK);
    }

    private OnlineCharge atStore(long yen) {
        return charging.atStore(coop, hanako, key(), Yen.of(yen), StoreChain.SEVEN_ELEVEN);
    }

    private OnlineCharge settled(OnlineCharge charge) {
        return charging.settle(coop, hanako, charge.chargeId());
    }

    private OnlineCharge found(OnlineCharge charge) {
        return charging.find(coop, hanako, charge.chargeId());
    }

    private long money() {
        return wallets.of(coop, hanako).orElseThrow().money().amount();
    }

    private String key() {
        return "key-" + keys++;
    }
}
