package coop.kumiai.payments;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which ways of payment the co-op offers (N-PAY-1). */
@PolicyName("payments.ways")
public record PaymentWays(boolean cash, boolean card) implements Policy {
    public PaymentWays {
        if (!cash && !card) {
            throw new IllegalArgumentException("a shop needs a way of payment");
        }
    }

    /** The ways in the order in which they are shown. */
    public List<PaymentMethod> offered() {
        return Arrays.stream(PaymentMethod.values()).filter(this::offers).toList();
    }

    /** Why this way cannot be chosen, if so. */
    public Optional<PaymentRefusal> refusal(PaymentMethod method) {
        return offers(method)
                ? Optional.empty()
                : Optional.of(new PaymentRefusal.MethodNotOffered(offered()));
    }

    private boolean offers(PaymentMethod method) {
        return switch (method) {
            case CASH_ON_DELIVERY -> cash;
            case CARD -> card;
        };
    }
}
