package coop.kumiai.billing;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/**
 * What is to be billed. Any module adds its lines; the next closing whose day they arose before
 * puts them on a statement. A line never changes: what was wrong is put right by another one.
 */
@Service
public class Billing {
    private final LineStore store;

    Billing(LineStore store) {
        this.store = store;
    }

    /**
     * Adds a line; the same line again, under its key, changes nothing.
     *
     * @throws Refused when the key stands for another line
     */
    @Transactional
    public void add(CoopId coop, NewLine line) {
        add(coop, List.of(line));
    }

    /** Adds lines of any number of members at once, each as {@link #add(CoopId, NewLine)} does. */
    @Transactional
    public void add(CoopId coop, List<NewLine> lines) {
        if (addMissing(coop, lines) < lines.size()) {
            store.keyOfAnother(coop, lines)
                    .ifPresent(
                            key -> {
                                throw Refused.because(new BillingRefusal.KeyOfAnother(key));
                            });
        }
    }

    /** What a member will find on the next statement. */
    public List<StatementLine> waiting(CoopId coop, UUID memberId) {
        return store.waiting(coop, memberId);
    }

    /** What all members together will find on their next statements. */
    public Yen waiting(CoopId coop) {
        return store.waiting(coop);
    }

    /** Adds those lines whose key is new. */
    int addMissing(CoopId coop, List<NewLine> lines) {
        if (lines.isEmpty()) {
            return 0;
        }
        store.enterPayers(coop, lines.stream().map(NewLine::memberId).toList());
        return store.insert(coop, lines);
    }
}
