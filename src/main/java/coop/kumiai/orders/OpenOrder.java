package coop.kumiai.orders;

import coop.kumiai.kernel.Refusal;

/** The account cannot be closed: an order is still to be delivered (N-REG-7). */
record OpenOrder(String number) implements Refusal {
    @Override
    public String code() {
        return "orders/open-order";
    }

    @Override
    public String sentence() {
        return "お届け前のご注文（注文番号 %s）があります。お届けのあとか、購入履歴から取り消したあとに退会できます。".formatted(number);
    }
}
