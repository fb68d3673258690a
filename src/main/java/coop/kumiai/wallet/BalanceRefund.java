package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 払戻し: a balance that was paid out, which ended its wallet.
 *
 * @param note what staff wrote down
 */
public record BalanceRefund(
        UUID memberId, RefundReason reason, String note, Yen amount, LocalDate day) {}
