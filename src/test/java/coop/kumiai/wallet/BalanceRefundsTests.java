package coop.kumiai.wallet;

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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Optional;
import java.util.UUID;

/** Balances that are paid out: for a reason, and for small ones within the limit. */
@KumiaiTest
class BalanceRefundsTests {
    private static final UUID STAFF = new UUID(7, 7);
    @Autowired Wallets wallets;
    @Autowired BalanceRefunds refunds;
    @Autowired WalletBooks books;
    @Autowired WalletProofs proofs;
    @Autowired TestCoops coops;
    @Autowired TestMembers people;
    @Autowired BusinessClock clock;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    @Rule("X-WAL-4")
    void smallRefundsKeepToTheLimitOfTheBasePeriod() {
        var many = member(10_000);
        var few = member(1_500);
        var fewer = member(600);
        assertThat(refunds.room(coop).left()).isEqualTo(Yen.ZERO);
        clock.standAt(TestClock.jst("2027-04-05T09:00"));
        books.sumUp(coop);
        assertThat(refunds.room(coop).most()).isEqualTo(Yen.of(2_420));
        assertThat(refusal(many, RefundReason.SMALL, "ご希望")).isEqualTo("wallet/above-refund-limit");
        assertThat(pay(few, RefundReason.SMALL)).isEqualTo(Yen.of(1_500));
        assertThat(refunds.room(coop).left()).isEqualTo(Yen.of(920));
        assertThat(pay(fewer, RefundReason.SMALL)).isEqualTo(Yen.of(600));
        assertThat(pay(many, RefundReason.MOVED)).isEqualTo(Yen.of(10_000));
        assertThat(refunds.room(coop).left()).isEqualTo(Yen.of(320));
        assertThat(wallets.of(coop, many).orElseThrow().state()).isEqualTo(WalletState.CLOSED);
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    @Rule("X-WAL-4")
    void nobodyIsPaidOutWithoutAReasonWrittenDownOrTwice() {
        var hanako = member(3_000);
        assertThat(refusal(hanako, RefundReason.LEFT, " ")).isEqualTo("wallet/refund-note-missing");
        pay(hanako, RefundReason.LEFT);
        assertThat(refusal(hanako, RefundReason.LEFT, "もう一度")).isEqualTo("wallet/closed");
        assertThat(refunds.latest(coop, 10))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.amount()).isEqualTo(Yen.of(3_000));
                            assertThat(it.note()).isEqualTo("脱退届で確認");
                        });
    }

    private UUID member(long yen) {
        var memberId = people.applied(coop).memberId();
        var wallet = wallets.open(coop, memberId, true).walletId();
        wallets.post(
                coop,
                new Instruction.Charge(
                        "charge:" + wallet,
                        wallet,
                        Channel.CASH,
                        "base",
                        Yen.of(yen),
                        Optional.empty()));
        return memberId;
    }

    private Yen pay(UUID memberId, RefundReason reason) {
        return refunds.payOut(coop, memberId, reason, "脱退届で確認", STAFF);
    }

    private String refusal(UUID memberId, RefundReason reason, String note) {
        var refused = new String[1];
        assertThatThrownBy(() -> refunds.payOut(coop, memberId, reason, note, STAFF))
                .isInstanceOfSatisfying(
                        Refused.class, it -> refused[0] = it.refusals().getFirst().code());
        return refused[0];
    }
}
