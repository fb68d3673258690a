package coop.kumiai.wallet;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.util.List;

/**
 * ポイントの付与率 of payments by e-money (U-WAL-3), fractions of a point dropped for each of the two
 * rates. Rates are parts of ten thousand, so that none is a fraction.
 *
 * @param bookJans how the codes of books begin
 * @param bookRate of books
 * @param otherRate of everything else
 * @param excludedJans how the codes of products begin that earn none
 * @param bearer who pays for the points
 */
@PolicyName("wallet.earning")
public record EarningTerms(
        List<String> bookJans,
        int bookRate,
        int otherRate,
        List<String> excludedJans,
        String bearer)
        implements Policy {
    public EarningTerms {
        bookJans = List.copyOf(bookJans);
        excludedJans = List.copyOf(excludedJans);
        if (bookRate < 0 || otherRate < 0 || bearer.isBlank()) {
            throw new IllegalArgumentException("earning terms");
        }
    }
}
