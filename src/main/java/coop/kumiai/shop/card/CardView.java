package coop.kumiai.shop.card;

import coop.kumiai.members.MemberCode;
import coop.kumiai.web.BarCode;

/**
 * What a card shows besides its code.
 *
 * @param name M-CARD-2
 * @param number in groups that people read out
 * @param bars the same number for a scanner: the member price when shown
 */
public record CardView(String name, String number, BarCode bars) {
    private static final int FIRST = 4;
    private static final int SECOND = 7;

    static CardView of(String name, MemberCode code) {
        var digits = code.digits();
        var groups =
                digits.substring(0, FIRST)
                        + " "
                        + digits.substring(FIRST, SECOND)
                        + " "
                        + digits.substring(SECOND);
        return new CardView(name, groups, BarCode.of(digits));
    }
}
