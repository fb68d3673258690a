package coop.kumiai.stores;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;
import coop.kumiai.policies.Remembered;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** 配達手数料 (N-FEE-1): what a store asks for a delivery, ordinarily and in campaigns. */
@Service
public class Fees {
    private final FeeStore store;
    private final Remembered<AtStore, List<FeeCampaign>> notOver;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    Fees(FeeStore store, Policies policies, Audit audit, Clock clock) {
        this.store = store;
        notOver =
                new Remembered<>(
                        at -> store.notOver(at.coop(), at.storeId(), LocalDate.now(clock)));
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The ordinary fee of a store on a day. */
    public Yen ordinary(CoopId coop, String storeId, LocalDate day) {
        return policies.at(coop, DeliveryFee.class, storeId, day).feeInTax();
    }

    /**
     * The fee for goods of so much; campaigns are for deliveries, a drive-through has its own
     * (N-DRIVE-1).
     *
     * @param slot empty while none is chosen
     */
    public AgreedFee fee(
            CoopId coop, String storeId, LocalDate day, Optional<Slot> slot, Yen goodsInTax) {
        if (slot.filter(Slot::driveThrough).isPresent()) {
            var terms = policies.at(coop, DriveThrough.class, storeId, day);
            return AgreedFee.ordinary(terms.feeInTax());
        }
        return FeeRules.fee(
                ordinary(coop, storeId, day),
                coming(coop, storeId),
                day,
                slot.map(it -> OptionalInt.of(it.id().number())).orElseGet(OptionalInt::empty),
                goodsInTax);
    }

    /** The campaigns of a store that are running or still to come, the next first. */
    public List<FeeCampaign> coming(CoopId coop, String storeId) {
        return notOver.get(new AtStore(coop, storeId));
    }

    /**
     * Announces a campaign. Orders that are there keep their fee.
     *
     * @throws Refused without a name, days to come or a reason
     */
    @Transactional
    public void announce(
            CoopId coop, UUID staff, String storeId, FeeCampaign campaign, String reason) {
        Refused.unless(FeeRules.announcing(campaign, LocalDate.now(clock)));
        var why = audit.reason(coop, reason, new FeeRefusal.NoReason());
        store.insert(coop, storeId, campaign);
        notOver.changes(new AtStore(coop, storeId));
        audit.note(coop, staff, "fee.announced", campaign.id(), campaign.words() + " " + why);
    }

    /**
     * Ends a campaign. Orders that are there keep its fee.
     *
     * @throws Refused without a reason
     */
    @Transactional
    public void withdraw(CoopId coop, UUID staff, String storeId, UUID campaign, String reason) {
        var why = audit.reason(coop, reason, new FeeRefusal.NoReason());
        if (store.withdraw(coop, storeId, campaign, clock.instant())) {
            notOver.changes(new AtStore(coop, storeId));
            audit.note(coop, staff, "fee.withdrawn", campaign, why);
        }
    }

    private record AtStore(CoopId coop, String storeId) {}
}
