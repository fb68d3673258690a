package coop.kumiai.catalog;

import static java.util.stream.Collectors.joining;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * チラシ価格 (N-CAT-2): prices for some days that staff enter for their store. One store has one price
 * for a product on a day; whoever enters at once goes one after the other.
 */
@Service
public class FlyerPrices {
    private final FlyerStore store;
    private final CatalogStore catalog;
    private final ImportStore changes;
    private final Policies policies;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FlyerPrices(
            FlyerStore store,
            CatalogStore catalog,
            ImportStore changes,
            Policies policies,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.changes = changes;
        this.policies = policies;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Those that hold or are to come at a store, the next first. */
    public List<FlyerPrice> notOver(CoopId coop, String storeId) {
        return store.notOver(coop, storeId, LocalDate.now(clock));
    }

    /** Those that are over, as far back as the policy lists them. */
    public List<FlyerPrice> over(CoopId coop, String storeId) {
        var today = LocalDate.now(clock);
        var shown = policies.today(coop, FlyerTerms.class).daysShown();
        return store.over(coop, storeId, today.minusDays(shown), today);
    }

    /**
     * Enters one.
     *
     * @throws Refused when the product, its days or another price stand against it
     */
    @Transactional
    public FlyerPrice enter(CoopId coop, UUID staff, String storeId, FlyerLine line) {
        changes.lock(coop);
        var entered = put(coop, staff, storeId, line);
        changed(coop);
        return entered;
    }

    /**
     * Enters all of a file or none.
     *
     * @return how many there were
     * @throws ImportRefused with every line that cannot be entered
     */
    @Transactional
    public int take(CoopId coop, UUID staff, String storeId, Path file) {
        changes.lock(coop);
        var bad = new ArrayList<BadLine>();
        var lines = CsvFile.read(file, FlyerLine.COLUMNS);
        for (var line : lines) {
            reason(coop, staff, storeId, line)
                    .ifPresent(it -> bad.add(new BadLine(line.number(), it)));
        }
        if (!bad.isEmpty()) {
            throw new ImportRefused(bad);
        }
        changed(coop);
        return lines.size();
    }

    /**
     * Takes one back that has not begun.
     *
     * @throws Refused when it has, or is not there
     */
    @Transactional
    public FlyerPrice takeBack(CoopId coop, UUID staff, String storeId, Jan jan, LocalDate from) {
        changes.lock(coop);
        var flyer =
                store.toCome(coop, storeId, jan, from, LocalDate.now(clock))
                        .filter(it -> !it.ofAllStores())
                        .orElseThrow(() -> Refused.because(new FlyerRefusal.HasBegun()));
        store.delete(coop, storeId, flyer);
        audit.note(coop, staff, "flyer.taken-back", staff, words(storeId, flyer));
        changed(coop);
        return flyer;
    }

    private FlyerPrice put(CoopId coop, UUID staff, String storeId, FlyerLine line) {
        var product =
                catalog.product(coop, line.jan())
                        .orElseThrow(() -> Refused.because(new FlyerRefusal.NoProduct()));
        var sold = catalog.offers(coop, storeId, line.from(), List.of(line.jan()));
        Refused.unless(
                FlyerRules.entering(
                        line,
                        product,
                        !sold.isEmpty(),
                        store.days(coop, storeId, line.jan()),
                        LocalDate.now(clock),
                        policies.today(coop, FlyerTerms.class)));
        store.insert(coop, storeId, line);
        var entered = new FlyerPrice(product, line.price(), line.from(), line.to(), false);
        audit.note(coop, staff, "flyer.entered", staff, words(storeId, entered));
        return entered;
    }

    private void changed(CoopId coop) {
        changes.nextEdition(coop);
        events.publishEvent(new CatalogChanged(coop));
    }

    /** Enters a line, or says why not. */
    private Optional<String> reason(CoopId coop, UUID staff, String storeId, CsvFile.Line line) {
        if (!line.isComplete()) {
            return Optional.of("列の数を、見出しと同じ%d列にしてください。".formatted(line.header().size()));
        }
        try {
            put(coop, staff, storeId, FlyerLine.read(line.byColumn()));
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(sentences(refused));
        }
    }

    private static String sentences(Refused refused) {
        return refused.refusals().stream().map(Refusal::sentence).collect(joining());
    }

    private static String words(String storeId, FlyerPrice flyer) {
        return "%s %s %s %s〜%s"
                .formatted(
                        storeId,
                        flyer.product().name(),
                        flyer.priceWords(),
                        flyer.from(),
                        flyer.to());
    }
}
