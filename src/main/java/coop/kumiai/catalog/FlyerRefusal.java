package coop.kumiai.catalog;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.LocalDate;

/** Why a flyer price cannot be entered or taken back. */
public sealed interface FlyerRefusal extends Refusal {
    /** The code is none, or of nothing that the co-op has. */
    record NoProduct() implements FlyerRefusal {
        @Override
        public String code() {
            return "catalog/no-such-product";
        }

        @Override
        public String sentence() {
            return "この商品コードの商品はありません。13桁の番号をお確かめください。";
        }

        @Override
        public String field() {
            return "jan";
        }
    }

    /** A price is at least a yen, and with or without tax. */
    record NoPrice() implements FlyerRefusal {
        @Override
        public String code() {
            return "catalog/no-flyer-price";
        }

        @Override
        public String sentence() {
            return "価格は1円からの数で、税込か税抜かを添えてください。";
        }

        @Override
        public String field() {
            return "price_yen";
        }
    }

    /** Unreadable days, days that are over, or the last before the first. */
    record NoDays() implements FlyerRefusal {
        @Override
        public String code() {
            return "catalog/no-flyer-days";
        }

        @Override
        public String sentence() {
            return "はじめの日と終わりの日を入れてください。どちらもきょうからあとの日で、終わりの日は、はじめの日からあとです。";
        }

        @Override
        public String field() {
            return "valid_from";
        }
    }

    /** What holds so long is an ordinary price. */
    record TooManyDays(int most) implements FlyerRefusal {
        @Override
        public String code() {
            return "catalog/flyer-too-long";
        }

        @Override
        public String sentence() {
            return "チラシ価格の期間は%d日までです。".formatted(most);
        }

        @Override
        public String field() {
            return "valid_to";
        }
    }

    /** Nobody knows prices so early. */
    record TooFarAhead(int most) implements FlyerRefusal {
        @Override
        public String code() {
            return "catalog/flyer-too-far-ahead";
        }

        @Override
        public String sentence() {
            return "はじめの日は、きょうから%d日先までの日にしてください。".formatted(most);
        }

        @Override
        public String field() {
            return "valid_from";
        }
    }

    /** Some goods of a flyer are not sold here (N-CAT-2). */
    record NotSold(String name, LocalDate day) implements FlyerRefusal {
        @Override
        public String code() {
            return "catalog/flyer-not-sold";
        }

        @Override
        public String sentence() {
            return "%sは、%sにこのお店で扱いがありません。ふだんの価格を先に登録してください。"
                    .formatted(name, JapaneseDates.day(day));
        }

        @Override
        public String field() {
            return "jan";
        }
    }

    /** On a day there is one price. */
    record Overlaps(String name, LocalDate from) implements FlyerRefusal {
        @Override
        public String code() {
            return "catalog/flyer-overlaps";
        }

        @Override
        public String sentence() {
            return "%sには、%sからの別の価格があります。期間が重ならないようにしてください。"
                    .formatted(name, JapaneseDates.day(from));
        }

        @Override
        public String field() {
            return "valid_from";
        }
    }

    /** Members have bought at it. */
    record HasBegun() implements FlyerRefusal {
        @Override
        public String code() {
            return "catalog/flyer-has-begun";
        }

        @Override
        public String sentence() {
            return "取りやめられるのは、まだ始まっていないチラシ価格です。";
        }
    }
}
