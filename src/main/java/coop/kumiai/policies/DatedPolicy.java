package coop.kumiai.policies;

import java.time.LocalDate;

/**
 * A policy with its history of decision.
 *
 * @param scope the store that it is meant for, empty for the whole co-op
 * @param validFrom holds from 00:00 JST of this day until the next one begins
 */
public record DatedPolicy<P extends Policy>(
        String scope, LocalDate validFrom, P value, String decidedBy, String reason) {}
