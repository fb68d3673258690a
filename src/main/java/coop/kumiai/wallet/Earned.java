package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;

/**
 * Points that a member is to have.
 *
 * @param campaign that they come out of, or empty
 * @param ground why, as it stands on the receipt
 */
record Earned(String bearer, String campaign, LocalDate lastDay, Yen points, String ground) {}
