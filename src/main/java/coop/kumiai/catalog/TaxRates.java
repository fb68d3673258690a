package coop.kumiai.catalog;

import coop.kumiai.kernel.TaxClass;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** The rates of consumption tax (消費税率): standard (標準税率) and reduced (軽減税率). */
@PolicyName("catalog.tax")
public record TaxRates(int standardPercent, int reducedPercent) implements Policy {
    public TaxRates {
        if (reducedPercent < 0 || standardPercent < reducedPercent || standardPercent > 100) {
            throw new IllegalArgumentException("no such tax rates");
        }
    }

    public int percent(TaxClass taxClass) {
        return switch (taxClass) {
            case STANDARD -> standardPercent;
            case REDUCED -> reducedPercent;
        };
    }
}
