package coop.kumiai.wallet;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.util.List;

/**
 * 電子マネーの種類 (X-WAL-3), in the order in which a payment uses them.
 *
 * @param codes of the moneys; the last one takes what no other takes
 */
@PolicyName("wallet.moneys")
public record MoneyOrder(List<String> codes) implements Policy {
    public MoneyOrder {
        codes = List.copyOf(codes);
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("money order");
        }
    }
}
