package coop.kumiai.documents;

import coop.kumiai.kernel.Yen;

/**
 * What falls under one rate on one paper (税率ごとに区分した合計).
 *
 * @param inTax 税込金額
 * @param tax 消費税額, rounded once from the sum
 */
public record RateSum(PaperRate rate, Yen inTax, Yen tax) {

    /** 税抜金額. */
    public Yen exTax() {
        return inTax.minus(tax);
    }
}
