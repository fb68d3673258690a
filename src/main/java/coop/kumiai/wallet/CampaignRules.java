package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What campaigns add to a payment (X-WAL-2). A campaign grants no point beyond what it has left,
 * for this member and for all: the last one who gets some gets the rest.
 */
final class CampaignRules {
    private static final int WHOLE = 10_000;

    private CampaignRules() {}

    static List<Earned> earned(WalletFacts facts, Purchase purchase, Yen money, Terms terms) {
        var earned = new ArrayList<Earned>();
        for (var offer : terms.offers()) {
            if (offer.campaign().isAt(purchase.shop())) {
                earned(facts, offer, purchase, money, terms).ifPresent(earned::add);
            }
        }
        return earned;
    }

    private static Optional<Earned> earned(
            WalletFacts facts, Offer offer, Purchase purchase, Yen money, Terms terms) {
        var campaign = offer.campaign();
        var share = EarningRules.share(bought(campaign, purchase), money, purchase.amount());
        var points =
                Source.least(share.portionRoundedDown(campaign.rate(), WHOLE), left(facts, offer));
        var ground =
                "%s %s × %s"
                        .formatted(campaign.name(), share, EarningRules.percent(campaign.rate()));
        return points.amount() <= 0
                ? Optional.empty()
                : Optional.of(
                        new Earned(
                                campaign.bearer(),
                                campaign.code(),
                                terms.points().lastDay(terms.day()),
                                points,
                                ground));
    }

    private static Yen bought(Campaign campaign, Purchase purchase) {
        if (purchase.lines().isEmpty()) {
            return campaign.isFor("") ? purchase.amount() : Yen.ZERO;
        }
        Predicate<ReceiptLine> goods = it -> campaign.isFor(it.jan());
        return purchase.standsFor(purchase.sum(goods), purchase.sum(goods.negate()));
    }

    private static Yen left(WalletFacts facts, Offer offer) {
        var had = facts.campaigns().getOrDefault(offer.campaign().code(), Yen.ZERO);
        var ofMember = offer.campaign().mostPerMember().map(it -> it.minus(had));
        var nobodyCounts = Yen.of(Long.MAX_VALUE);
        return Source.least(ofMember.orElse(nobodyCounts), offer.budgetLeft().orElse(nobodyCounts));
    }

    /** What transfers have granted out of campaigns, less what they have taken back. */
    static Map<String, Yen> granted(List<Transfer> transfers) {
        var granted = new HashMap<String, Yen>();
        for (var it : transfers) {
            it.debit().campaign().ifPresent(code -> granted.merge(code, it.amount(), Yen::plus));
            it.credit()
                    .campaign()
                    .ifPresent(code -> granted.merge(code, Yen.ZERO.minus(it.amount()), Yen::plus));
        }
        granted.values().removeIf(Yen::isZero);
        return granted;
    }
}
