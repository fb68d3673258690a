package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;

/**
 * Cash counted at the door against what is due (お預かりとお釣り).
 *
 * @param given お預かり
 * @param change お釣り, in as few notes and coins as can be
 */
public record Counted(Yen due, Yen given, Tender change) {
    static Counted of(Yen due, Tender tender) {
        var given = tender.total();
        return new Counted(due, given, Tender.fewest(given.minus(due)));
    }
}
