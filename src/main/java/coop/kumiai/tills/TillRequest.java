package coop.kumiai.tills;

import java.util.UUID;

/**
 * Which till asks, and under which key: made by the till for each transaction and kept before
 * sending.
 *
 * @param storeId the store that it speaks for
 */
public record TillRequest(UUID tillId, String storeId, String key) {}
