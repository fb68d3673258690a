package coop.kumiai.kernel;

/**
 * A reason why we say no, as a value that carries its own figures. Modules seal their own refusals
 * under this interface; page, API and help print the same sentence.
 */
public interface Refusal {
    /** Stable name for machines, such as {@code orders/below-least}. */
    String code();

    /** What the member reads, in Japanese: the fact, its figure, and the way out. */
    String sentence();

    /** The field of the form that it belongs to, or empty when it concerns the whole. */
    default String field() {
        return "";
    }
}
