package coop.kumiai.payments;

import java.time.YearMonth;
import java.util.UUID;

/**
 * A card that the processor keeps for a member (登録済みのカード); of its number we know the last four
 * digits.
 *
 * @param gatewayCard what the processor calls it by
 */
public record KeptCard(
        UUID cardId,
        UUID memberId,
        String gatewayCard,
        CardBrand brand,
        String lastFour,
        YearMonth expires) {

    /** {@code VISA 末尾1111}. */
    public String label() {
        return brand.label() + " 末尾" + lastFour;
    }
}
