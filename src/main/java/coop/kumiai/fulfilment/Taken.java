package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;

/** Cash taken at doors: for goods (代金) and share capital (出資金), each apart. */
public record Taken(Yen goods, Yen share) {
    public static final Taken NOTHING = new Taken(Yen.ZERO, Yen.ZERO);

    public Yen sum() {
        return goods.plus(share);
    }

    /** What was taken since. */
    public Taken minus(Taken before) {
        return new Taken(goods.minus(before.goods), share.minus(before.share));
    }

    public Taken plus(Taken other) {
        return new Taken(goods.plus(other.goods), share.plus(other.share));
    }
}
