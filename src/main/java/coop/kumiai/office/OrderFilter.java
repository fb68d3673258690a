package coop.kumiai.office;

import coop.kumiai.fulfilment.DeliveryState;

/** Which orders of a list are shown. */
public enum OrderFilter {
    ALL("すべて"),
    OPEN("箱詰め前"),
    PICKED("箱詰め済み"),
    DELIVERED("お渡し済み"),
    BROUGHT_BACK("持ち帰り");

    private final String word;

    OrderFilter(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    boolean takes(OrderRow row) {
        var state = row.state().orElse(DeliveryState.PICKING);
        return switch (this) {
            case ALL -> true;
            case OPEN -> state == DeliveryState.PICKING;
            case PICKED -> state != DeliveryState.PICKING;
            case DELIVERED -> state == DeliveryState.DELIVERED;
            case BROUGHT_BACK -> state == DeliveryState.BROUGHT_BACK;
        };
    }
}
