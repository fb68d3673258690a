package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a receipt (入金) has paid of a statement.
 *
 * @param withShares whether share capital was paid with it, which nobody takes back unseen
 */
public record PaidDue(
        UUID memberId, LocalDate closedOn, String payerName, Yen amount, boolean withShares) {}
