package coop.kumiai.office;

import coop.kumiai.kernel.Refused;
import coop.kumiai.web.FormErrors;

/** What a page says when its form was refused. */
final class Refusals {
    private Refusals() {}

    /** Each sentence at its field. */
    static FormErrors at(Refused refused) {
        var errors = FormErrors.NONE;
        for (var refusal : refused.refusals()) {
            errors = errors.and(refusal.field(), refusal.sentence());
        }
        return errors;
    }

    /** All sentences in one. */
    static String sentence(Refused refused) {
        var all = new StringBuilder();
        refused.refusals().forEach(refusal -> all.append(refusal.sentence()));
        return all.toString();
    }
}
