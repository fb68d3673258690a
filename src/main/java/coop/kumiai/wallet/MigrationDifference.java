package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.math.BigDecimal;
import java.util.List;

/**
 * 差異: an old card that did not come over as it stood.
 *
 * @param line of the file
 * @param old balance and pending together, as the old system has them
 * @param refusal why the ledger took none of it, or empty: then only what is under one was dropped
 */
public record MigrationDifference(
        long line,
        String card,
        String memberCode,
        BigDecimal old,
        BigDecimal oldPoints,
        Yen money,
        long points,
        String refusal) {
    /** Names of the cells of {@link #cells}. */
    public static final List<String> COLUMNS =
            List.of("行", "カード", "組合員コード", "旧残高", "旧ポイント", "移行した残高", "移行したポイント", "わけ");

    public boolean isRefused() {
        return !refusal.isEmpty();
    }

    /** Why, as people read it. */
    public String words() {
        return isRefused() ? refusal : "1未満の端数を切り捨てました。";
    }

    public List<String> cells() {
        return List.of(
                Long.toString(line),
                card,
                memberCode,
                Migration.text(old),
                Migration.text(oldPoints),
                Long.toString(money.amount()),
                Long.toString(points),
                words());
    }
}
