package coop.kumiai.road;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 配達の便の組み方 (X-DELIV-1), by store.
 *
 * @param vans 車の台数 of a slot
 * @param ordersPerVan how many orders fit into one
 * @param minutesAtDoor how long a door takes
 * @param kilometresPerHour how fast a van gets on in town
 * @param detourPercent how much longer roads are than a straight line, in percent of it
 * @param minutesInTown from door to door within one postal code
 * @param minutesBetweenTowns from one postal code to the next one, where nobody has said where they
 *     are
 * @param planningTime how long the solver may look for a better plan
 */
@PolicyName("road.runs")
public record RunTerms(
        int vans,
        int ordersPerVan,
        int minutesAtDoor,
        int kilometresPerHour,
        int detourPercent,
        int minutesInTown,
        int minutesBetweenTowns,
        Duration planningTime)
        implements Policy {
    public RunTerms {
        if (vans < 1 || ordersPerVan < 1 || kilometresPerHour < 1) {
            throw new IllegalArgumentException("no van that drives");
        }
    }
}
