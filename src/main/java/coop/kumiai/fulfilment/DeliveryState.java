package coop.kumiai.fulfilment;

import java.util.Locale;

/** Where an order is after its cutoff. */
public enum DeliveryState {
    /** ピッキング中: its goods are being gathered. */
    PICKING("ピッキング中"),
    /** 配達待ち: in its boxes, ready for the van or on the road. */
    PICKED("配達待ち"),
    /** お渡し済み: handed over or put down at the door, cash taken. */
    DELIVERED("お渡し済み"),
    /** 持ち帰り: nobody was at home, the goods went back (N-DELIV-2). */
    BROUGHT_BACK("持ち帰り");

    private final String word;

    DeliveryState(String word) {
        this.word = word;
    }

    /** As pages print it. */
    public String word() {
        return word;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
