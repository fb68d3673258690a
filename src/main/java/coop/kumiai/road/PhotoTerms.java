package coop.kumiai.road;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 置き配の写真 (N-DELIV-1).
 *
 * @param mostMegabytes how large a file a phone may send
 * @param mostMegapixels how large its picture may be
 * @param longestEdge pixels of the longer edge of what is kept
 * @param keptDays days after which it is removed
 */
@PolicyName("road.door-photo")
public record PhotoTerms(int mostMegabytes, int mostMegapixels, int longestEdge, int keptDays)
        implements Policy {
    private static final int MEGA = 1_000_000;

    long mostBytes() {
        return (long) mostMegabytes * MEGA;
    }

    long mostPixels() {
        return (long) mostMegapixels * MEGA;
    }
}
