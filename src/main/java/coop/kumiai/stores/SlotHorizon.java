package coop.kumiai.stores;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalTime;

/**
 * How far ahead slots can be chosen (N-SLOT-6): the day {@code daysAhead} from today opens at
 * {@code opensAt}.
 */
@PolicyName("stores.horizon")
public record SlotHorizon(int daysAhead, LocalTime opensAt) implements Policy {}
