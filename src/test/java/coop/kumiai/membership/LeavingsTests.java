package coop.kumiai.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.members.ShareHolding;
import coop.kumiai.members.ShareProofs;
import coop.kumiai.members.Shares;
import coop.kumiai.membership.Leaving.Ground;
import coop.kumiai.membership.Leaving.Step;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.Wallets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@KumiaiTest
class LeavingsTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final LocalDate YEAR_END = LocalDate.of(2027, 3, 31);
    @Autowired Leavings leavings;
    @Autowired MyPages myPages;
    @Autowired Members members;
    @Autowired Shares shares;
    @Autowired Wallets wallets;
    @Autowired MoneyOnTheCard closing;
    @Autowired ShareProofs proofs;
    @Autowired TestMembers some;
    @Autowired TestOrders orders;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    CoopId coop;
    Member hanako;

    @BeforeEach
    void aMember() {
        coop = coops.school();
        hanako = some.applied(coop);
        shares.payIn(coop, hanako.memberId(), Yen.of(5000), STAFF, "pay", "");
    }

    @Test
    @Rule("M-LEAVE-1")
    void fromTheNoticeToTheEndOfMyPage() {
        var leaving = notice(Ground.WISH);
        assertThat(leaving.effectiveOn()).isEqualTo(YEAR_END);
        shares.subscribe(coop, hanako.memberId(), 2, "more");
        refused(() -> payBack(), "membership/not-to-be-paid-back");

        clock.standAt(TestClock.jst("2027-03-31T23:59"));
        assertThat(leavings.effect(coop)).as("its last day is not over").isZero();
        clock.standAt(TestClock.jst("2027-04-01T00:10"));
        assertThat(leavings.effect(coop)).isOne();
        assertThat(leavings.effect(coop)).isZero();
        var left = members.get(coop, hanako.memberId());
        assertThat(left.hasLeft()).isTrue();
        assertThat(shares.holding(coop, left.memberId()).owed().yen()).isEqualTo(Yen.of(5000));
        assertThat(shares.holding(coop, left.memberId()).due().isZero()).isTrue();
        assertThat(myPage())
                .as("statements until it is paid back")
                .isInstanceOf(MyPageState.Open.class);

        payBack();
        payBack();
        assertThat(shares.holding(coop, left.memberId())).isEqualTo(ShareHolding.NONE);
        assertThat(leavings.of(coop, left.memberId()).orElseThrow().step())
                .isEqualTo(Step.PAID_BACK);
        assertThat(myPage()).isInstanceOf(MyPageState.Closed.class);
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    void oneNoticeStandsAtATimeAndMayBeWithdrawn() {
        notice(Ground.WISH);
        refused(() -> notice(Ground.WISH), "membership/no-member-to-leave");
        leavings.withdraw(coop, hanako.memberId(), STAFF, "窓口");
        assertThat(leavings.underWay(coop)).isEmpty();
        notice(Ground.WISH);
        assertThat(leavings.underWay(coop)).hasSize(1);
    }

    @Test
    void theLawEndsAMembershipAtOnce() {
        assertThat(notice(Ground.DEATH).effectiveOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        clock.standAt(TestClock.jst("2026-11-21T00:10"));
        assertThat(leavings.effect(coop)).isOne();
    }

    @Test
    void whoHasNotJoinedCannotLeave() {
        hanako = some.applied(coop);
        refused(() -> notice(Ground.WISH), "membership/no-member-to-leave");
    }

    @Test
    @Rule("N-REG-7")
    void whoHasAnOpenOrderCannotLeaveYet() {
        coop = orders.coop();
        var account = orders.register(coop, Joining.WEB);
        hanako = members.byAccount(coop, account).orElseThrow();
        members.collectShare(coop, hanako.memberId(), Yen.of(500), STAFF, "door");
        var slot = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
        orders.place(coop, account, slot, TestOrders.NO_WISHES, Map.of(TestOrders.RICE, 1));
        refused(() -> notice(Ground.WISH), "membership/open-order");
        clock.standAt(TestClock.jst("2026-11-20T16:00"));
        assertThat(notice(Ground.WISH).step()).isEqualTo(Step.NOTICED);
    }

    @Test
    @Rule({"M-LEAVE-1", "U-WAL-1"})
    void whoHasMoneyOnTheCardLeavesOnceItIsPaidOut() {
        var wallet = wallets.open(coop, hanako.memberId(), true).walletId();
        assertThat(closing.against(coop, hanako.accountId().orElseThrow())).isEmpty();
        wallets.post(
                coop,
                new Instruction.Charge(
                        "charge", wallet, Channel.CASH, "base", Yen.of(1500), Optional.empty()));
        refused(() -> notice(Ground.WISH), "membership/money-left");
        assertThat(closing.against(coop, hanako.accountId().orElseThrow()))
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).contains("1,500円", "払い戻し"));
        wallets.post(coop, new Instruction.Close("close", wallet, "脱退"));
        assertThat(notice(Ground.WISH).step()).isEqualTo(Step.NOTICED);
    }

    private Leaving notice(Ground ground) {
        return leavings.notice(coop, hanako.memberId(), ground, STAFF, "", "窓口");
    }

    private void payBack() {
        leavings.payBack(coop, hanako.memberId(), STAFF, "振込", "窓口");
    }

    private MyPageState myPage() {
        return myPages.of(coop, hanako.accountId().orElseThrow());
    }

    private static void refused(Runnable doing, String code) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals())
                                        .extracting(why -> why.code())
                                        .contains(code));
    }
}
