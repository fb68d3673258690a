package coop.kumiai.billing;

import coop.kumiai.kernel.TaxClass;

import java.util.Optional;

/**
 * Which consumption tax an amount includes.
 *
 * @param taxClass empty for what is no taxed sale (不課税), such as share capital
 * @param percent the rate that was in force, nought without a class
 */
public record LineTax(Optional<TaxClass> taxClass, int percent) {
    public static final LineTax NONE = new LineTax(Optional.empty(), 0);

    public LineTax {
        if (percent < 0 || (taxClass.isEmpty() && percent != 0)) {
            throw new IllegalArgumentException("line tax");
        }
    }

    public static LineTax of(TaxClass taxClass, int percent) {
        return new LineTax(Optional.of(taxClass), percent);
    }

    /** 軽減税率の対象, marked ※. */
    public boolean isReduced() {
        return taxClass.filter(it -> it == TaxClass.REDUCED).isPresent();
    }

    /** As on papers: {@code 10%}, {@code 8%※}, {@code 対象外}. */
    @Override
    public String toString() {
        return taxClass.isEmpty() ? "対象外" : percent + "%" + (isReduced() ? "※" : "");
    }
}
