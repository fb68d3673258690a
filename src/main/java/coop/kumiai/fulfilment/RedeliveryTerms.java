package coop.kumiai.fulfilment;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalTime;
import java.util.List;

/** 不在時の再配達 (N-DELIV-2): until when the member calls, and which slots (便) have none. */
@PolicyName("fulfilment.redelivery")
public record RedeliveryTerms(LocalTime callBy, List<Integer> slotsWithout) implements Policy {
    public RedeliveryTerms {
        slotsWithout = List.copyOf(slotsWithout);
    }
}
