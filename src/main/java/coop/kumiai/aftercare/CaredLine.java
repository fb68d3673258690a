package coop.kumiai.aftercare;

import coop.kumiai.documents.PaperLine;

/**
 * A line of a delivery note, with what can still be done about it.
 *
 * @param fresh 生鮮品: never taken back at the counter (N-RET-1)
 * @param left pieces that did not come back and were not made good
 */
public record CaredLine(PaperLine sold, boolean fresh, int left) {
    public int number() {
        return sold.number();
    }

    public String name() {
        return sold.name();
    }

    CaredLine less(int pieces) {
        return new CaredLine(sold, fresh, Math.max(0, left - pieces));
    }
}
