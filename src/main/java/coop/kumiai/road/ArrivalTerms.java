package coop.kumiai.road;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * お届け時刻の目安 (X-DELIV-1): what a member sees of the van on its way.
 *
 * @param leastMinutes before and after the expected time, when theirs is the next door
 * @param minutesPerStop more for each door before theirs
 * @param mostMinutes and never more than this
 * @param lookEvery how often an open page asks again
 * @param mostLooks how often it does so before it waits for a press
 */
@PolicyName("road.arrival")
public record ArrivalTerms(
        int leastMinutes, int minutesPerStop, int mostMinutes, Duration lookEvery, int mostLooks)
        implements Policy {}
