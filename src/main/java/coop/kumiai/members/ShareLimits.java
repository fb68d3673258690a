package coop.kumiai.members;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 出資口数の限度: the law has the articles of a co-op fix how many shares one member may hold.
 *
 * @param mostUnits of one member, those that are promised counted
 */
@PolicyName("members.share-limits")
public record ShareLimits(int mostUnits) implements Policy {
    public ShareLimits {
        if (mostUnits <= 0) {
            throw new IllegalArgumentException("share limits");
        }
    }
}
