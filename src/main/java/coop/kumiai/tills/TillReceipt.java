package coop.kumiai.tills;

import coop.kumiai.wallet.Receipt;

import java.util.UUID;

/**
 * What a till prints.
 *
 * @param transaction 取引番号: by which a refund names its payment
 * @param receipt of the ledger
 * @param repeated whether the till had asked before
 */
public record TillReceipt(
        UUID transaction, TillEntryKind kind, Receipt receipt, boolean repeated) {}
