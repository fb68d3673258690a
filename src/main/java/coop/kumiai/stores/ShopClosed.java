package coop.kumiai.stores;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Instant;
import java.time.LocalTime;

/** The net supermarket takes no orders just now (N-HOUR-1). */
public sealed interface ShopClosed extends Refusal {
    /** Its daily rest. */
    record Resting(LocalTime from, LocalTime until) implements ShopClosed {
        @Override
        public String code() {
            return "stores/shop-closed";
        }

        @Override
        public String sentence() {
            return "毎日%sまではお休みの時間です。カートの中身はそのままお預かりし、有効時間も減りません。%sからもう一度お願いします。"
                    .formatted(JapaneseDates.span(from, until), JapaneseDates.time(until));
        }
    }

    /** An extra rest that was announced beforehand. */
    record Announced(String reason, Instant until) implements ShopClosed {
        @Override
        public String code() {
            return "stores/shop-closed-announced";
        }

        @Override
        public String sentence() {
            return "%sのため、%sまでお休みしています。カートの中身はそのままお預かりし、有効時間も減りません。"
                    .formatted(reason, JapaneseDates.moment(until));
        }
    }
}
