package coop.kumiai.payments;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A card as the processor keeps it.
 *
 * @param gatewayCard what the processor calls it by
 * @param expires {@code 2027-12}
 */
record StoredCard(String gatewayCard, SeenCard card, String expires) {
    private static final int LAST = 4;
    private static final Pattern MONTH = Pattern.compile("[0-9]{2}(0[1-9]|1[0-2])");

    /** Empty where the processor's answer is no card. */
    static Optional<StoredCard> of(JsonNode json) {
        var id = json.path("cardId").asString("");
        var yearAndMonth = json.path("expire").asString("");
        if (id.isEmpty() || !MONTH.matcher(yearAndMonth).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new StoredCard(
                        id,
                        new SeenCard(
                                json.path("brand").asString(""),
                                lastFour(json.path("maskedCardNumber").asString(""))),
                        "20" + yearAndMonth.substring(0, 2) + "-" + yearAndMonth.substring(2)));
    }

    static String lastFour(String masked) {
        return masked.length() < LAST ? "" : masked.substring(masked.length() - LAST);
    }
}
