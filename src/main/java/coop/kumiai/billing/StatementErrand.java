package coop.kumiai.billing;

import coop.kumiai.accounts.Errand;
import coop.kumiai.accounts.ErrandOffer;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;

/** Statements can be shown to a representative where members are billed. */
@Component
record StatementErrand(Policies policies) implements ErrandOffer {
    @Override
    public boolean has(CoopId coop, Errand errand) {
        return errand == Errand.STATEMENTS && policies.today(coop, ClosingTerms.class).used();
    }
}
