package coop.kumiai.billing;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 請求明細 to read, month by month. */
@Service
public class Statements {
    private final StatementStore store;
    private final LineStore lines;
    private final DueStore dues;

    Statements(StatementStore store, LineStore lines, DueStore dues) {
        this.store = store;
        this.lines = lines;
        this.dues = dues;
    }

    /**
     * Statements of a member, the latest first.
     *
     * @param before the closing day of the last one that was read; empty for the latest
     */
    public List<Statement> of(CoopId coop, UUID memberId, Optional<LocalDate> before, int most) {
        return store.of(coop, memberId, before, most);
    }

    /**
     * @throws NotFound when the member has none of this day
     */
    public Statement get(CoopId coop, UUID memberId, LocalDate closedOn) {
        return store.get(coop, memberId, closedOn);
    }

    /** What stands on a statement, the oldest first. */
    public List<StatementLine> lines(CoopId coop, Statement statement) {
        return lines.of(coop, statement.memberId(), statement.closedOn());
    }

    /** What lines come to at each rate, the highest first. */
    public List<StatementTotal> totals(Collection<StatementLine> of) {
        return StatementRules.totals(of);
    }

    /** How a statement was paid. */
    public List<Settlement> settlements(CoopId coop, Statement statement) {
        return dues.of(coop, statement.memberId(), statement.closedOn());
    }
}
