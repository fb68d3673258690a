package coop.kumiai.office;

import static java.util.stream.Collectors.joining;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;

/** What a page of the picker says when a press was refused. */
final class Refusals {
    private Refusals() {}

    /** All sentences in one. */
    static String sentence(Refused refused) {
        return refused.refusals().stream().map(Refusal::sentence).collect(joining());
    }
}
