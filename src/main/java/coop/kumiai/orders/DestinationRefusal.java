package coop.kumiai.orders;

import coop.kumiai.kernel.Refusal;

/** Why it is not settled where and when an order is brought (お届け先と便). */
public sealed interface DestinationRefusal extends Refusal {

    /** No address yet (N-AREA-2). */
    record NoAddress() implements DestinationRefusal {
        @Override
        public String code() {
            return "orders/no-address";
        }

        @Override
        public String sentence() {
            return "お届け先が登録されていません。マイページでお届け先を登録してください。";
        }

        @Override
        public String field() {
            return "address";
        }
    }

    /** The address lies outside the areas of all stores (N-AREA-1). */
    record OutsideArea(String address) implements DestinationRefusal {
        @Override
        public String code() {
            return "orders/outside-area";
        }

        @Override
        public String sentence() {
            return "「%s」は配達区域の外です。区域の中の別のお届け先をお選びください。".formatted(address);
        }

        @Override
        public String field() {
            return "address";
        }
    }

    /** No slot is chosen (N-SLOT-1). */
    record NoSlot() implements DestinationRefusal {
        @Override
        public String code() {
            return "orders/no-slot";
        }

        @Override
        public String sentence() {
            return "お届けの日と便をお選びください。";
        }

        @Override
        public String field() {
            return "slot";
        }
    }
}
