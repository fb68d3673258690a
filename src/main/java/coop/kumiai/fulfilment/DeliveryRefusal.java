package coop.kumiai.fulfilment;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

import java.time.LocalTime;

/** Why a hand-over, an absence or a second try cannot be recorded so. */
public sealed interface DeliveryRefusal extends Refusal {

    /** Its boxes are not closed yet. */
    record NotPicked(String orderNumber) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/not-picked";
        }

        @Override
        public String sentence() {
            return "注文%sはピッキングがまだ終わっていません。箱が閉じてからお渡しください。".formatted(orderNumber);
        }
    }

    /** Another cash amount than what is due for the goods. */
    record CashDiffers(Yen due, Yen received) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/cash-differs";
        }

        @Override
        public String sentence() {
            return "代金%sを受け取って、印を付けてください。受け取れないときは、お渡しせずに持ち帰ります。".formatted(due);
        }

        @Override
        public String field() {
            return "cash";
        }
    }

    /** Another amount than the share capital that is due (N-JOIN-2). */
    record ShareDiffers(Yen due, Yen received) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/share-differs";
        }

        @Override
        public String sentence() {
            return due.isZero()
                    ? "お預かりする出資金はありません。もう受け取り済みです。画面を開き直してください。"
                    : "出資金%sを代金とは別に受け取って、印を付けてください。受け取れないときは、お渡しせずに持ち帰ります。".formatted(due);
        }

        @Override
        public String field() {
            return "share";
        }
    }

    /** Alcohol without a check of the receiver's age (N-ALC-1). */
    record AgeNotChecked(int leastAge) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/age-not-checked";
        }

        @Override
        public String sentence() {
            return "お酒があります。受け取る方が%d歳以上であることを、どう確かめたか選んでください。確かめられないときは、お酒だけ持ち帰ります。"
                    .formatted(leastAge);
        }

        @Override
        public String field() {
            return "age";
        }
    }

    /** There is nothing else in it: without its alcohol there is nothing to hand over. */
    record OnlyAlcohol() implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/only-alcohol";
        }

        @Override
        public String sentence() {
            return "お酒だけのご注文です。お渡しせずに「不在で持ち帰る」を押して、店長に知らせてください。";
        }
    }

    /** No alcohol in it, or it was kept back already. */
    record NoAlcohol(String orderNumber) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/no-alcohol";
        }

        @Override
        public String sentence() {
            return "注文%sには、お渡しするお酒がありません。".formatted(orderNumber);
        }
    }

    /** Put down at the door although the order did not ask for it (N-DELIV-1). */
    record DoorNotAsked() implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/door-not-asked";
        }

        @Override
        public String sentence() {
            return "このご注文は置き配のご希望がありません。手渡しでお願いします。";
        }

        @Override
        public String field() {
            return "way";
        }
    }

    /** It went back to the store; only a call brings it out again (N-DELIV-2). */
    record WentBack(String orderNumber) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/went-back";
        }

        @Override
        public String sentence() {
            return "注文%sは持ち帰りになっています。お電話があったら「再配達する」を、押し間違いのときは「元に戻す」を押してください。"
                    .formatted(orderNumber);
        }
    }

    /** It was handed over already. */
    record HandedOver(String orderNumber, String at) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/handed-over";
        }

        @Override
        public String sentence() {
            return "注文%sは%sにお渡し済みです。記録が違うときは、店長に知らせてください。".formatted(orderNumber, at);
        }
    }

    /** It was not brought back, so that there is nothing to bring again or to take back. */
    record NotBroughtBack(String orderNumber) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/not-brought-back";
        }

        @Override
        public String sentence() {
            return "注文%sは持ち帰りになっていません。画面を開き直してください。".formatted(orderNumber);
        }
    }

    /** Whoever comes late to the drive-through still gets their goods (N-DRIVE-1). */
    record StillKept(LocalTime until) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/still-kept";
        }

        @Override
        public String sentence() {
            return "ドライブスルーの商品は、その日の%sまでお預かりします。そのあとで、もう一度押してください。"
                    .formatted(JapaneseDates.time(until));
        }
    }

    /** The slot is too late in the day for a second try (N-DELIV-2). */
    record NoSecondTry(int slotNumber) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/no-second-try";
        }

        @Override
        public String sentence() {
            return "%d便は、その日のうちの再配達がありません。お受け取りの方法は店長がご案内します。".formatted(slotNumber);
        }
    }

    /** The member called too late for today (N-DELIV-2). */
    record CalledTooLate(LocalTime callBy) implements DeliveryRefusal {
        @Override
        public String code() {
            return "fulfilment/called-too-late";
        }

        @Override
        public String sentence() {
            return "再配達のお電話は、その日の%sまでです。お受け取りの方法は店長がご案内します。".formatted(JapaneseDates.time(callBy));
        }
    }
}
