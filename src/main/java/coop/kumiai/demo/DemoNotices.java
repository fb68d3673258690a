package coop.kumiai.demo;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.FlyerLine;
import coop.kumiai.catalog.FlyerPrices;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Price;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.Closures;
import coop.kumiai.stores.FeeCampaign;
import coop.kumiai.stores.Fees;
import coop.kumiai.stores.Stores;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What staff of the demo have announced for the weeks from the first start on: an extra rest, a fee
 * campaign and a flyer price.
 */
@Component
@Profile("demo")
class DemoNotices {
    private static final String WHY = "お試し";
    private static final Jan MILK = new Jan("4599105000405");
    private static final int REST_IN_DAYS = 12;
    private static final int CAMPAIGN_DAYS = 13;
    private static final int LAST_SLOT = 5;

    private final Closures closures;
    private final Fees fees;
    private final FlyerPrices flyers;
    private final Accounts accounts;
    private final Stores stores;
    private final Clock clock;

    DemoNotices(
            Closures closures,
            Fees fees,
            FlyerPrices flyers,
            Accounts accounts,
            Stores stores,
            Clock clock) {
        this.closures = closures;
        this.fees = fees;
        this.flyers = flyers;
        this.accounts = accounts;
        this.stores = stores;
        this.clock = clock;
    }

    /** Announces them, once. */
    void announce(CoopId coop) {
        var store = stores.viewing(coop);
        if (!fees.coming(coop, store.id()).isEmpty()) {
            return;
        }
        var today = LocalDate.now(clock);
        var manager = DemoPeople.staff(store, StaffRole.Kind.MANAGER).email();
        var by = accounts.findByEmail(coop, Account.Kind.STAFF, manager).orElseThrow().accountId();
        rest(coop, by, today.plusDays(REST_IN_DAYS));
        fees.announce(coop, by, store.id(), lateSlot(today), WHY);
        flyers.enter(coop, by, store.id(), milk(today));
    }

    private void rest(CoopId coop, UUID by, LocalDate night) {
        closures.announce(
                coop,
                by,
                Optional.of(at(night, LocalTime.of(1, 0))),
                Optional.of(at(night, LocalTime.of(5, 0))),
                "システムの点検");
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }

    private FeeCampaign lateSlot(LocalDate today) {
        return new FeeCampaign(
                Ids.next(clock),
                "夜の便の割引",
                today,
                today.plusDays(CAMPAIGN_DAYS),
                OptionalInt.of(LAST_SLOT),
                Yen.of(3000),
                Yen.ZERO);
    }

    private static FlyerLine milk(LocalDate today) {
        return new FlyerLine(
                MILK,
                new Price(PriceMode.EXCLUDED, Yen.of(188)),
                today.plusDays(2),
                today.plusDays(4));
    }
}
