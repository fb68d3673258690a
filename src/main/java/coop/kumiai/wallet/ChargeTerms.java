package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * チャージの規程 (U-WAL-2); its scope is the code of a channel.
 *
 * @param open whether members can charge this way
 * @param least at once
 * @param most at once
 * @param mostPerDay of one wallet
 * @param payWithin how long an announced charge waits for its money
 */
@PolicyName("wallet.charge")
public record ChargeTerms(boolean open, Yen least, Yen most, Yen mostPerDay, Duration payWithin)
        implements Policy {
    public ChargeTerms {
        if (least.amount() <= 0 || most.isLessThan(least) || mostPerDay.isLessThan(most)) {
            throw new IllegalArgumentException("charge terms");
        }
    }
}
