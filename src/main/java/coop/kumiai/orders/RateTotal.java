package coop.kumiai.orders;

import coop.kumiai.kernel.Yen;

/**
 * What falls under one rate of tax in one document (税率ごとの合計): the tax is reckoned once, from the
 * sum.
 *
 * @param inTax 税込合計
 * @param tax うち消費税
 */
public record RateTotal(int percent, Yen inTax, Yen tax) {

    /** 税抜合計. */
    public Yen exTax() {
        return inTax.minus(tax);
    }
}
