package coop.kumiai.stores;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.LocalTime;

/** The net supermarket rests just now (N-HOUR-1). */
public record ShopClosed(LocalTime from, LocalTime until) implements Refusal {
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
