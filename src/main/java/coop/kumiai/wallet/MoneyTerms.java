package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.util.List;

/**
 * One money of the co-op (X-WAL-3), such as a meal plan; its scope is the code of the money.
 *
 * @param name as members know it
 * @param shops that take it; none named: all
 * @param mostPerDay that payments take out of it; beyond that the next money pays
 */
@PolicyName("wallet.money")
public record MoneyTerms(String name, List<String> shops, Yen mostPerDay) implements Policy {
    public MoneyTerms {
        shops = List.copyOf(shops);
    }

    boolean isTakenAt(String shop) {
        return shops.isEmpty() || shops.contains(shop);
    }
}
