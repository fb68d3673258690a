package coop.kumiai.cards;

import coop.kumiai.members.MemberCode;

/**
 * What a till learns of a card whose code it has read, and nothing more.
 *
 * @param name as the card shows it (M-CARD-2)
 * @param memberPrice 組合員価格: whether the bearer is a member on this day
 * @param mayPay whether it proves its bearer well enough for a payment: only a code that changes
 *     and counts once does, the printed number of an older card never (U-CARD-1)
 */
public record CheckedCard(
        MemberCode memberCode, String name, boolean memberPrice, boolean mayPay) {}
