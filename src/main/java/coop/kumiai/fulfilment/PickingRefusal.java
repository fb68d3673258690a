package coop.kumiai.fulfilment;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Instant;

/** Why something cannot be picked so. */
public sealed interface PickingRefusal extends Refusal {

    /** Members may still order and cancel (N-SLOT-5). */
    record BeforeCutoff(String slot, String cutoff) implements PickingRefusal {
        @Override
        public String code() {
            return "fulfilment/before-cutoff";
        }

        @Override
        public String sentence() {
            return "%sの締切は%sです。ピッキングは締切のあとに始めてください。".formatted(slot, cutoff);
        }
    }

    /** More than was ordered, or less than none. */
    record NotThatMany(String product, int ordered) implements PickingRefusal {
        @Override
        public String code() {
            return "fulfilment/not-that-many";
        }

        @Override
        public String sentence() {
            return "%sのご注文は%d点です。0から%dまでの数を選んでください。".formatted(product, ordered, ordered);
        }
    }

    /** The weight decides the price, and nobody has said it (N-PICK-4). */
    record NotWeighed(String product) implements PickingRefusal {
        @Override
        public String code() {
            return "fulfilment/not-weighed";
        }

        @Override
        public String sentence() {
            return "%sは量り売りです。量って、重さをグラムで入れてください。".formatted(product);
        }

        @Override
        public String field() {
            return "grams";
        }
    }

    /** Too far from what was expected: misread, or other goods (N-PICK-4). */
    record WeightIsFar(String product, int pieces, int grams, int least, int most)
            implements PickingRefusal {
        @Override
        public String code() {
            return "fulfilment/weight-is-far";
        }

        @Override
        public String sentence() {
            return "%s %d点で%,dgと入りました。%,dgから%,dgのあいだになるはずです。量り直すか、合う品を選び直してください。"
                    .formatted(product, pieces, grams, least, most);
        }

        @Override
        public String field() {
            return "grams";
        }
    }

    /** The barcode is that of other goods (X-PICK-3). */
    record WrongBarcode(String product, String shelf) implements PickingRefusal {
        @Override
        public String code() {
            return "fulfilment/wrong-barcode";
        }

        @Override
        public String sentence() {
            return "読み取った商品は%sではありません。%sの棚の商品をお確かめください。"
                    .formatted(product, shelf.isBlank() ? "べつ" : shelf);
        }

        @Override
        public String field() {
            return "code";
        }
    }

    /** Somebody else was quicker and found another number. */
    record MarkedOtherwise(String product, int found) implements PickingRefusal {
        @Override
        public String code() {
            return "fulfilment/marked-otherwise";
        }

        @Override
        public String sentence() {
            return "%sは、ほかの担当者が%d点と記録しました。違うときは、ピッキングリストから「取り消す」を押してください。"
                    .formatted(product, found);
        }
    }

    /** Lines of the order are still to be decided. */
    record Unfinished(String orderNumber, int lines) implements PickingRefusal {
        @Override
        public String code() {
            return "fulfilment/unfinished";
        }

        @Override
        public String sentence() {
            return "注文%sは、あと%d品が残っています。すべて集めてから箱を閉じてください。".formatted(orderNumber, lines);
        }
    }

    /** The member was asked about a substitute and has still time to answer (X-PICK-1). */
    record WaitsForAnswer(String product, Instant until) implements PickingRefusal {
        @Override
        public String code() {
            return "fulfilment/waits-for-answer";
        }

        @Override
        public String sentence() {
            return "%sの代わりの品について、組合員のお返事を待っています（%sまで）。お返事のあとに箱を閉じてください。"
                    .formatted(product, JapaneseDates.moment(until));
        }
    }

    /** The boxes are closed: what was found is in the order's next version. */
    record BoxClosed(String orderNumber) implements PickingRefusal {
        @Override
        public String code() {
            return "fulfilment/box-closed";
        }

        @Override
        public String sentence() {
            return "注文%sの箱はもう閉じました。中身の違いに気づいたときは、店長に知らせてください。".formatted(orderNumber);
        }
    }
}
