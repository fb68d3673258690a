package coop.kumiai.stores;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * 配達手数料の割引: another delivery fee for some days of a store (N-FEE-1).
 *
 * @param name as members and papers call it, such as 年末送料割引
 * @param slot the slot (便) that it is for; empty for all
 * @param leastGoods 商品合計, tax included, that it asks for
 * @param feeInTax the fee then
 */
public record FeeCampaign(
        UUID id,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        OptionalInt slot,
        Yen leastGoods,
        Yen feeInTax) {

    boolean isOf(LocalDate day, OptionalInt chosen) {
        return !day.isBefore(firstDay)
                && !day.isAfter(lastDay)
                && (slot.isEmpty() || slot.equals(chosen));
    }

    /** {@code 年末送料割引：12/28(月)〜12/30(水)のお届けは、商品合計3,000円（税込）以上で配達手数料0円}. */
    public String words() {
        var days =
                firstDay.equals(lastDay)
                        ? JapaneseDates.day(firstDay)
                        : JapaneseDates.day(firstDay) + "〜" + JapaneseDates.day(lastDay);
        return "%s：%s%sのお届けは、%s配達手数料%s（税込）"
                .formatted(
                        name,
                        days,
                        slot.isPresent() ? "の" + slot.getAsInt() + "便" : "",
                        leastGoods.isZero() ? "" : "商品合計%s（税込）以上で".formatted(leastGoods),
                        feeInTax);
    }
}
