package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 電子マネーの限度額.
 *
 * @param mostBalance that a wallet may hold, what is held and what is announced counted
 * @param mostPerPayment of one payment
 * @param mostPerDay of all payments of one day by e-money
 */
@PolicyName("wallet.limits")
public record WalletLimits(Yen mostBalance, Yen mostPerPayment, Yen mostPerDay) implements Policy {
    public WalletLimits {
        if (mostBalance.amount() <= 0 || mostPerPayment.amount() <= 0 || mostPerDay.amount() <= 0) {
            throw new IllegalArgumentException("wallet limits");
        }
    }
}
