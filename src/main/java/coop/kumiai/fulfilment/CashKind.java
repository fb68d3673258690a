package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;

/** What cash is taken for at the door, each apart (N-JOIN-2). */
public enum CashKind {
    /** 代金. */
    GOODS("cash"),
    /** 出資金. */
    SHARE("share");

    private final String field;

    CashKind(String field) {
        this.field = field;
    }

    /** How forms name it. */
    public String field() {
        return field;
    }

    /** What is due for it. */
    public Yen due(Stop stop) {
        return this == GOODS ? stop.cashDue() : stop.shareDue();
    }
}
