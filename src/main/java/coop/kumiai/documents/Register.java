package coop.kumiai.documents;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Gives papers their place in the register, one at a time. */
@Component
class Register {
    private final PaperStore store;
    private final Members members;
    private final Policies policies;
    private final Clock clock;

    Register(PaperStore store, Members members, Policies policies, Clock clock) {
        this.store = store;
        this.members = members;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What is to be made.
     *
     * @param key what it is made for: the same key never makes a second one
     * @param about the paper that it refers to
     * @param exchanges whether it takes the place of that paper (引き換え)
     * @param by the member of staff who asked for it; empty where it is made by itself
     */
    record Entry(
            PaperKind kind,
            String key,
            Optional<Paper> about,
            boolean exchanges,
            Optional<UUID> by,
            PaperContent content) {}

    /** Nobody else adds a paper until the end of the transaction. */
    void lock(CoopId coop) {
        store.lock(coop);
    }

    Paper add(CoopId coop, Order order, Entry entry) {
        var today = LocalDate.now(clock);
        return store.add(
                coop,
                new NewPaper(
                        entry.kind(),
                        entry.key(),
                        order.id(),
                        order.memberId(),
                        members.get(coop, order.memberId()).name().full(),
                        entry.about(),
                        entry.exchanges(),
                        clock.instant(),
                        entry.by(),
                        policies.at(coop, KeepingTerms.class, today).keepUntil(today),
                        entry.content()));
    }
}
