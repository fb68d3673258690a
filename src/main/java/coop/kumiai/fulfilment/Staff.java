package coop.kumiai.fulfilment;

import java.util.UUID;

/**
 * A picker or driver at work (担当者). What belongs to another store is not there for them.
 *
 * @param accountId who answers for what is done
 * @param storeId the store where they work
 */
public record Staff(UUID accountId, String storeId) {}
