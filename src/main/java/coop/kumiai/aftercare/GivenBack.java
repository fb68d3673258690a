package coop.kumiai.aftercare;

import coop.kumiai.kernel.JapaneseText;

import java.util.Map;
import java.util.UUID;

/**
 * Goods that somebody brings back to the counter (返品, N-RET-1).
 *
 * @param key of the form: sent twice it is one return
 * @param noteNumber of the delivery note (納品書)
 * @param way money back, or the same goods once more
 * @param pieces of each line, by the line's number
 */
public record GivenBack(
        UUID key,
        String noteNumber,
        MadeGood.Way way,
        Map<Integer, Integer> pieces,
        String reason) {
    public GivenBack {
        pieces = Pieces.some(pieces);
        reason = JapaneseText.tidy(reason);
    }
}
