package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;

/** 金種: what cash comes in, the largest first. */
public enum Denomination {
    BILL_10000(10_000, false),
    BILL_5000(5_000, false),
    BILL_2000(2_000, false),
    BILL_1000(1_000, false),
    COIN_500(500, true),
    COIN_100(100, true),
    COIN_50(50, true),
    COIN_10(10, true),
    COIN_5(5, true),
    COIN_1(1, true);

    private final Yen worth;
    private final boolean coin;

    Denomination(long worth, boolean coin) {
        this.worth = Yen.of(worth);
        this.coin = coin;
    }

    public Yen worth() {
        return worth;
    }

    /** 硬貨, not 紙幣. */
    public boolean isCoin() {
        return coin;
    }

    /** {@code 1,000円札}, {@code 500円玉}. */
    public String word() {
        return worth + (coin ? "玉" : "札");
    }
}
