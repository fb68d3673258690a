package coop.kumiai.web;

/**
 * How many of a product lie in the cart, and the form that changes it. The form posts {@code
 * product}, {@code quantity} (as typed) and, from the − and + buttons without script, {@code step};
 * the wish is their sum.
 */
public record Stepper(String action, String product, String productName, int quantity, int most) {

    public boolean isEmpty() {
        return quantity == 0;
    }

    public boolean atMost() {
        return quantity >= most;
    }

    /** The id that the parts of this stepper begin with, so that focus survives an exchange. */
    public String id() {
        return "in-cart-" + product;
    }
}
