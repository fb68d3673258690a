package coop.kumiai.tills;

import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.ReceiptLine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a member is asked to pay at a till: to read before it is confirmed. */
public record AskedPayment(
        String storeId, UUID tillId, Yen amount, List<ReceiptLine> lines, Instant expiresAt) {}
