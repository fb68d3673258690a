package coop.kumiai.billing;

import java.util.Optional;
import java.util.UUID;

/**
 * A receipt to be written.
 *
 * @param key the same money has the same key for ever
 */
record NewReceipt(Receipt receipt, String key, Optional<UUID> fileId) {}
