package coop.kumiai.web;

import coop.kumiai.accounts.Errand;
import coop.kumiai.accounts.ErrandOffer;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;

/** Orders can be entrusted where there is a net shop. */
@Component
record NetShopErrand(Policies policies) implements ErrandOffer {
    @Override
    public boolean has(CoopId coop, Errand errand) {
        return errand == Errand.ORDER && policies.today(coop, CoopFeatures.class).netShop();
    }
}
