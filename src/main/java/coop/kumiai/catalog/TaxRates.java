package coop.kumiai.catalog;

import coop.kumiai.kernel.TaxClass;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** 消費税率 in percent, by law; dated as every policy is. */
@PolicyName("catalog.tax")
public record TaxRates(int standardPercent, int reducedPercent) implements Policy {
    public int percent(TaxClass taxClass) {
        return switch (taxClass) {
            case STANDARD -> standardPercent;
            case REDUCED -> reducedPercent;
        };
    }
}
