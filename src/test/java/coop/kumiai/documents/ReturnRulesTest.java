package coop.kumiai.documents;

import static coop.kumiai.documents.PaperSamples.REDUCED;
import static coop.kumiai.documents.PaperSamples.STANDARD;
import static coop.kumiai.documents.PaperSamples.excluded;
import static coop.kumiai.documents.PaperSamples.included;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class ReturnRulesTest {
    @Test
    @Rule("N-RET-1")
    @DisplayName("返品は売ったときの税率と金額で、値引きの分を除く")
    void whatComesBackIsWorthWhatWasPaidForIt() {
        var note =
                PaperSamples.note(
                        List.of(excluded(1, 3, 298, REDUCED), included(2, 1, 1100, STANDARD)),
                        List.of(Adjustment.ofLines("100円引き", Yen.of(100), List.of(2))));
        var lines = ReturnRules.lines(note, Map.of(), Map.of(1, 1, 2, 1));
        assertThat(lines).extracting(PaperLine::amount).containsExactly(Yen.of(321), Yen.of(1000));
        var totals = PaperRules.totals(lines, List.of(), List.of());
        assertThat(totals.rates())
                .containsExactly(
                        new RateSum(STANDARD, Yen.of(1000), Yen.of(90)),
                        new RateSum(REDUCED, Yen.of(321), Yen.of(23)));
    }

    @Test
    @DisplayName("売ったときが0%なら、返すときも0%")
    void theRateIsThatOfTheSale() {
        var nought = new PaperRate(0, true);
        var note = PaperSamples.note(List.of(excluded(1, 2, 298, nought)), List.of());
        var lines = ReturnRules.lines(note, Map.of(), Map.of(1, 2));
        assertThat(PaperRules.totals(lines, List.of(), List.of()).rates())
                .containsExactly(new RateSum(nought, Yen.of(596), Yen.ZERO));
    }

    @Test
    @Rule("N-RET-1")
    void nothingComesBackTwice() {
        var note = PaperSamples.note(List.of(excluded(1, 3, 298, REDUCED)), List.of());
        assertThat(ReturnRules.check(note, Map.of(1, 2), Map.of(1, 1))).isEmpty();
        assertThat(ReturnRules.check(note, Map.of(1, 2), Map.of(1, 2)))
                .containsExactly(new DocumentRefusal.MoreThanDelivered("品1", 1));
        assertThat(ReturnRules.check(note, Map.of(), Map.of(9, 1)))
                .containsExactly(new DocumentRefusal.MoreThanDelivered("この商品", 0));
        assertThat(ReturnRules.check(note, Map.of(), Map.of(1, 0)))
                .containsExactly(new DocumentRefusal.NothingReturned());
        assertThat(ReturnRules.check(note, Map.of(), Map.of(1, -1))).hasSize(1);
    }

    @Test
    @DisplayName("どんな順でどう分けて返しても、全部返せば納品書の商品代と同じ")
    void returnsInAnyOrderComeToTheWhole() {
        var random = new Random(20261121);
        for (int run = 0; run < 500; run++) {
            var sold = PaperSamples.lines(random);
            var note = PaperSamples.note(sold, PaperSamples.adjustments(random, sold));
            var paid = Yen.sum(PaperRules.netByLine(note.lines(), note.adjustments()).values());
            assertThat(returnAll(note, random)).isEqualTo(paid);
        }
    }

    private static Yen returnAll(PaperContent note, Random random) {
        var before = new HashMap<Integer, Integer>();
        var returned = Yen.ZERO;
        while (note.lines().stream().anyMatch(it -> left(before, it) > 0)) {
            var now = new HashMap<Integer, Integer>();
            note.lines().forEach(it -> now.put(it.number(), random.nextInt(left(before, it) + 1)));
            if (now.values().stream().allMatch(it -> it == 0)) {
                continue;
            }
            assertThat(ReturnRules.check(note, before, now)).isEmpty();
            var lines = ReturnRules.lines(note, before, now);
            returned = returned.plus(PaperRules.totals(lines, List.of(), List.of()).total());
            now.forEach((line, count) -> before.merge(line, count, Integer::sum));
        }
        return returned;
    }

    private static int left(Map<Integer, Integer> before, PaperLine line) {
        return line.quantity() - before.getOrDefault(line.number(), 0);
    }
}
