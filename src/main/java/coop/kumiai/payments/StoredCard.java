package coop.kumiai.payments;

import tools.jackson.databind.JsonNode;

/**
 * A card as the processor keeps it.
 *
 * @param gatewayCard what the processor calls it by
 * @param expires {@code 2027-12}
 */
record StoredCard(String gatewayCard, SeenCard card, String expires) {
    private static final int LAST = 4;

    static StoredCard of(JsonNode json) {
        var yearAndMonth = json.path("expire").asString("");
        return new StoredCard(
                json.path("cardId").asString(""),
                new SeenCard(
                        json.path("brand").asString(""),
                        lastFour(json.path("maskedCardNumber").asString(""))),
                "20" + yearAndMonth.substring(0, 2) + "-" + yearAndMonth.substring(2));
    }

    static String lastFour(String masked) {
        return masked.length() < LAST ? "" : masked.substring(masked.length() - LAST);
    }
}
