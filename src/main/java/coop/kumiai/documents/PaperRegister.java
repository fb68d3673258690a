package coop.kumiai.documents;

import coop.kumiai.documents.RegisterQuery.Place;
import coop.kumiai.kernel.CoopId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * 書類の台帳: searched by day, amount and counterparty, and read whole every day to prove that nothing
 * in it was changed, removed or put in between.
 */
@Service
public class PaperRegister {
    private static final Logger LOG = LoggerFactory.getLogger(PaperRegister.class);

    /** So many papers are held in memory at once. */
    static final int BATCH = 1000;

    private final RegisterStore store;
    private final Clock clock;

    PaperRegister(RegisterStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The papers that answer to a query, the latest business first. */
    public List<Paper> search(CoopId coop, RegisterQuery query, Optional<Place> after, int most) {
        return store.search(coop, query, after, most);
    }

    /** The last time that the register was read whole. */
    public Optional<Proof> lastProof(CoopId coop) {
        return store.lastProof(coop);
    }

    /** Reads the register whole, writes down what it came to, and says aloud what is wrong. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Proof prove(CoopId coop) {
        var proof = read(coop);
        if (!proof.sound()) {
            LOG.error("The register of papers of {} is not as it was: {}", coop, proof.finding());
        }
        store.write(coop, proof);
        return proof;
    }

    private Proof read(CoopId coop) {
        var earlier = store.lastSound(coop);
        var reading = new Reading(earlier);
        var batch = store.next(coop, 0, BATCH);
        while (!batch.isEmpty() && reading.isSound()) {
            batch.forEach(reading::take);
            batch = store.next(coop, reading.last(), BATCH);
        }
        reading.end(store.head(coop), store.gaps(coop));
        return new Proof(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reading.papers(),
                reading.seal(),
                reading.isSound(),
                reading.finding());
    }
}
