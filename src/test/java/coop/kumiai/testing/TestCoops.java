package coop.kumiai.testing;

import coop.kumiai.demo.CatalogSeeds;
import coop.kumiai.demo.CoopSeeds;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Coop;
import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;
import coop.kumiai.policies.Policy;

import org.springframework.boot.test.context.TestComponent;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes co-ops for tests: policies and stores of the demo co-op minato, under a code of their own.
 */
@TestComponent
public class TestCoops {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final CoopSeeds seeds;
    private final CatalogSeeds goods;
    private final Policies policies;

    TestCoops(CoopSeeds seeds, CatalogSeeds goods, Policies policies) {
        this.seeds = seeds;
        this.goods = goods;
        this.policies = policies;
    }

    /**
     * A new co-op with the demo's policies and its stores shibuya (viewing), meguro and setagaya.
     */
    public CoopId fresh() {
        var id = new CoopId("test-" + COUNT.incrementAndGet());
        seeds.sow(new Coop(id, "ためし生協ネットスーパー", "ためし生協", "#00607a"), "minato");
        return id;
    }

    /** A new co-op with the policies of the demo's school co-op manabi: no net shop. */
    public CoopId school() {
        var id = new CoopId("test-" + COUNT.incrementAndGet());
        seeds.sow(new Coop(id, "ためし学校生協", "ためし学校", "#5b3c88"), "manabi");
        return id;
    }

    /** A new co-op as {@link #fresh()} makes it, with all products of the demo. */
    public CoopId stocked() {
        var id = fresh();
        goods.stock(id, "minato");
        return id;
    }

    /** Decides another value for one co-op from a day on. */
    public void decide(CoopId coop, Policy value, String scope, LocalDate from) {
        policies.decide(coop, new DatedPolicy<>(scope, from, value, "試験", "試験のため"));
    }
}
