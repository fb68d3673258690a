package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;

/**
 * Points that a member is to have.
 *
 * @param ground why, as it stands on the receipt
 */
record Earned(String bearer, LocalDate lastDay, Yen points, String ground) {}
