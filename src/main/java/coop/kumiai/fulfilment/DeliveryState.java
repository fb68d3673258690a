package coop.kumiai.fulfilment;

import java.util.Locale;

/** Where an order is after its cutoff. */
public enum DeliveryState {
    /** ピッキング中: its goods are being gathered. */
    PICKING("ピッキング中", "ピッキング中"),
    /** 配達待ち: in its boxes, ready for the van or on the road. */
    PICKED("配達待ち", "お渡し待ち"),
    /** お渡し済み: handed over or put down at the door, cash taken. */
    DELIVERED("お渡し済み", "お渡し済み"),
    /** 持ち帰り: nobody was at home or came, the goods went back (N-DELIV-2, N-DRIVE-1). */
    BROUGHT_BACK("持ち帰り", "お見えにならず");

    private final String word;
    private final String wordAtStore;

    DeliveryState(String word, String wordAtStore) {
        this.word = word;
        this.wordAtStore = wordAtStore;
    }

    /** As pages print it. */
    public String word() {
        return word;
    }

    /** The same of what members fetch at the store (N-DRIVE-1). */
    public String wordAtStore() {
        return wordAtStore;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
