package coop.kumiai.payments;

import coop.kumiai.kernel.CoopId;

/** Somebody said that money came for this thing: a reason to inquire, and no more. */
public record StorePaymentNoticed(CoopId coop, String ref) {}
