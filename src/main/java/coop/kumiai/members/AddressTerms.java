package coop.kumiai.members;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/** お届け先の規程: how many delivery addresses a member keeps. */
@PolicyName("members.addresses")
public record AddressTerms(int most) implements Policy {
    public AddressTerms {
        if (most < 1) {
            throw new IllegalArgumentException("a member needs an address");
        }
    }
}
