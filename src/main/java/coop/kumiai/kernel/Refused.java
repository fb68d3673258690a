package coop.kumiai.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one exception by which a service refuses: it rolls the transaction back and carries every
 * reason to the edge, where a page or a problem document prints them.
 */
public final class Refused extends RuntimeException {
    private final transient List<Refusal> refusals;

    private Refused(List<Refusal> refusals) {
        super(
                refusals.stream().map(Refusal::code).collect(Collectors.joining(", ")),
                null,
                false,
                false);
        this.refusals = List.copyOf(refusals);
    }

    public static Refused because(Refusal refusal) {
        return new Refused(List.of(refusal));
    }

    public static Refused because(List<? extends Refusal> refusals) {
        return new Refused(List.copyOf(refusals));
    }

    /**
     * @throws Refused when there is any reason to refuse
     */
    public static void unless(List<? extends Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw because(refusals);
        }
    }

    /** All reasons, the most important first; never empty. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
