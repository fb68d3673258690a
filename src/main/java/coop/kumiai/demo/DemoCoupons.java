package coop.kumiai.demo;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.coupons.Benefit;
import coop.kumiai.coupons.Benefit.Target;
import coop.kumiai.coupons.Coupon.Audience;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.NewCoupon;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.Stores;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** クーポン of the demo: one of each kind, good for some weeks from the first start on. */
@Component
@Profile("demo")
class DemoCoupons {
    private static final int DAYS = 27;
    private final CouponDesk desk;
    private final Accounts accounts;
    private final Stores stores;
    private final Clock clock;

    DemoCoupons(CouponDesk desk, Accounts accounts, Stores stores, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.stores = stores;
        this.clock = clock;
    }

    /** Makes them, once. */
    void make(CoopId coop) {
        if (!desk.latest(coop, Optional.empty(), 1).isEmpty()) {
            return;
        }
        make(
                coop,
                "はじめての冬支度",
                new Benefit.Amount(Yen.of(300), Target.ALL),
                3000,
                Audience.ALL,
                OptionalInt.empty());
        make(
                coop,
                "鍋の日の野菜と豆腐",
                new Benefit.Percent(
                        10, Yen.of(200), new Target(Set.of(), Set.of("vegetables", "tofu"))),
                0,
                Audience.ALL,
                OptionalInt.empty());
        make(
                coop,
                "雨の日もお届け",
                new Benefit.DeliveryFee(),
                2500,
                Audience.SUBSCRIBERS,
                OptionalInt.empty());
        make(
                coop,
                "先着 日用品まとめ買い",
                new Benefit.Amount(Yen.of(150), new Target(Set.of(), Set.of("household"))),
                1000,
                Audience.ALL,
                OptionalInt.of(500));
        make(
                coop,
                "お届けの遅れのおわび",
                new Benefit.Amount(Yen.of(200), Target.ALL),
                0,
                Audience.GIVEN,
                OptionalInt.empty());
    }

    private void make(
            CoopId coop,
            String title,
            Benefit benefit,
            long leastExTax,
            Audience audience,
            OptionalInt mostUses) {
        var today = LocalDate.now(clock);
        var coupon =
                new NewCoupon(
                        title,
                        benefit,
                        Yen.of(leastExTax),
                        Set.of(),
                        audience,
                        today,
                        today.plusDays(DAYS),
                        mostUses,
                        1);
        var manager = DemoPeople.staff(stores.viewing(coop), StaffRole.Kind.MANAGER);
        var account = accounts.findByEmail(coop, Account.Kind.STAFF, manager.email()).orElseThrow();
        desk.make(coop, coupon, account.accountId(), "お試し");
    }
}
