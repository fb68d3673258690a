package coop.kumiai.orders;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestProcessor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Long days of a shop in which members, staff, the card processor and the clock do anything in any
 * order; after each step places and money must agree. {@code ./kumiai test
 * -Dtest=RandomSequencesTests -Dtest.jvm="-Dsequences.steps=10000"} walks the long way, {@code
 * -Dsequences.seed} another one.
 */
@KumiaiTest
class RandomSequencesTests {
    private static final int STEPS = Integer.getInteger("sequences.steps", 150);
    private static final long SEED = Long.getLong("sequences.seed", 20261122);

    @Autowired TestCoops coops;
    @Autowired TestProcessor processor;
    @Autowired DSLContext sql;
    @Autowired ApplicationContext context;

    static LongStream seeds() {
        return LongStream.of(SEED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Rule({"N-SLOT-3", "N-SLOT-4", "N-ORD-6", "N-PAY-4", "N-PAY-6"})
    @DisplayName("だれが何をどの順にしても、枠は注文の数、お金は請求と受領に一致する")
    void placesAndMoneyAlwaysAgree(long seed) {
        var coop = coops.fresh();
        var shop = new RandomShop(coop, seed, context);
        var proofs = new ShopProofs(coop, sql);
        var turns = new TreeMap<String, Integer>();
        for (var step = 1; step <= STEPS; step++) {
            var turn = shop.step();
            turns.merge(turn, 1, Integer::sum);
            proofs.hold("step %d of seed %d: %s".formatted(step, seed, turn));
        }
        shop.settle();
        proofs.holdWhenSettled(processor.settlement(coop));
        assertThat(proofs.orders())
                .as("orders of a day like this: %s", turns)
                .isGreaterThan(STEPS / 50);
    }
}
