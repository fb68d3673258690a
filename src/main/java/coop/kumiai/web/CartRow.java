package coop.kumiai.web;

import coop.kumiai.kernel.Yen;

import org.jspecify.annotations.Nullable;

/**
 * One product in the cart, as the cart and the checkout show it.
 *
 * @param about what one gets for the price of one piece
 * @param sumInTax what its pieces come to together, 税込
 * @param notice what has to be known before it can be ordered, such as a new price
 * @param hint what may be done about it beforehand
 * @param stepper its number; the row takes the product out by the same form's address
 */
public record CartRow(
        String name,
        String about,
        String href,
        String picture,
        Yen pieceInTax,
        Yen sumInTax,
        boolean reducedRate,
        @Nullable String notice,
        @Nullable Link hint,
        Stepper stepper) {}
