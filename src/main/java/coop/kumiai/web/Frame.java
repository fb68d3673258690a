package coop.kumiai.web;

import coop.kumiai.policies.Coop;

import java.util.Optional;

/**
 * What the frame around every page shows (parameter of the layouts).
 *
 * @param title of this page, before the co-op's name
 * @param path the address of this page, where a sign-in comes back to
 * @param csrf the token that every form sends back as {@code _csrf}
 * @param delivery the quiet line below the head of shop pages
 * @param cart the bar at the lower edge of a phone
 * @param netShop whether the co-op has one: else no search, no cart
 * @param told what the member has to know on whatever page comes next, such as that the cart ended
 * @param announced what everybody has to know, such as that the shop rests
 */
public record Frame(
        Coop coop,
        String title,
        String path,
        String csrf,
        Optional<SignedIn> signedIn,
        Optional<DeliveryLine> delivery,
        Optional<CartBar> cart,
        Optional<Notice> told,
        Optional<Notice> announced,
        boolean netShop) {

    /** The root of the co-op's pages with a closing slash, such as {@code /minato/}. */
    public String root() {
        return "/" + coop.id().code() + "/";
    }

    /**
     * お届け 11/23(月) 2便 14時〜16時 · 締切 11/23 10時 · 渋谷店.
     *
     * @param text the whole line as it is read
     * @param go the word at its end: 変更, or what is to be done first
     * @param href where it is changed
     */
    public record DeliveryLine(String text, String go, String href) {}

    /**
     * The cart at a glance.
     *
     * @param items how many pieces
     * @param total to be paid, as printed
     * @param withFee whether a delivery fee is part of it
     * @param missing to the least of an order, as printed
     * @param expiresAt ISO moment, for the live remaining time
     * @param remainingMinutes as of the rendering of this page
     */
    public record CartBar(
            int items,
            String total,
            boolean withFee,
            Optional<String> missing,
            String expiresAt,
            long remainingMinutes) {}
}
