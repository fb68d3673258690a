package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

/**
 * How many of a product lie in the cart, and the form that changes it. The form posts {@code
 * product}, {@code quantity} (as typed) and, from the − and + buttons without script, {@code step};
 * the wish is their sum.
 *
 * @param action where the form posts to
 * @param note a sentence below the number: the limit that is reached, or why a number was not taken
 */
public record Stepper(
        String action, String product, String productName, int quantity, @Nullable String note) {

    public Stepper(String action, String product, String productName, int quantity, int most) {
        this(
                action,
                product,
                productName,
                quantity,
                quantity >= most ? "一度に" + most + "点までです" : null);
    }

    public boolean isEmpty() {
        return quantity == 0;
    }

    /** Says why the wish was not taken. */
    public Stepper noting(String sentence) {
        return new Stepper(action, product, productName, quantity, sentence);
    }

    /** The id that the parts of this stepper begin with, so that focus survives an exchange. */
    public String id() {
        return "in-cart-" + product;
    }
}
