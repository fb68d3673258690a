package coop.kumiai.api;

import coop.kumiai.kernel.Refusal;

/**
 * One reason why something is refused.
 *
 * @param code stable, such as {@code orders/below-least}
 * @param sentence as members read it, with the figure and the way out
 * @param field what it belongs to, or empty
 */
record RefusalJson(String code, String sentence, String field) {
    static RefusalJson of(Refusal refusal) {
        return new RefusalJson(refusal.code(), refusal.sentence(), refusal.field());
    }
}
