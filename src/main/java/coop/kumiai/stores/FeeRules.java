package coop.kumiai.stores;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.AgreedFee.FeeOffer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a delivery costs (N-FEE-1), pure. */
final class FeeRules {
    static final int MOST_NAME = 30;

    private FeeRules() {}

    /** The least of the ordinary fee and of the campaigns that the day, slot and goods meet. */
    static AgreedFee fee(
            Yen ordinary,
            List<FeeCampaign> campaigns,
            LocalDate day,
            OptionalInt slot,
            Yen goodsInTax) {
        return campaigns.stream()
                .filter(it -> it.isOf(day, slot))
                .filter(it -> !goodsInTax.isLessThan(it.leastGoods()))
                .min(Comparator.comparing(FeeCampaign::feeInTax))
                .filter(it -> it.feeInTax().isLessThan(ordinary))
                .map(
                        it ->
                                new AgreedFee(
                                        it.feeInTax(),
                                        Optional.of(
                                                new FeeOffer(
                                                        it.name(), it.leastGoods(), ordinary))))
                .orElseGet(() -> AgreedFee.ordinary(ordinary));
    }

    /** Why a campaign cannot be announced. */
    static List<FeeRefusal> announcing(FeeCampaign campaign, LocalDate today) {
        var refusals = new ArrayList<FeeRefusal>();
        if (campaign.name().isEmpty() || JapaneseText.length(campaign.name()) > MOST_NAME) {
            refusals.add(new FeeRefusal.NoName(MOST_NAME));
        }
        if (campaign.lastDay().isBefore(campaign.firstDay())
                || campaign.lastDay().isBefore(today)) {
            refusals.add(new FeeRefusal.NoDays());
        }
        return refusals;
    }
}
