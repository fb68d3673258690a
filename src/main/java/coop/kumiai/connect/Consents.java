package coop.kumiai.connect;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** 同意: what a member lets a service see; asked once, seen and ended by the member at any time. */
@Service
public class Consents {
    private final ConsentStore store;
    private final Audit audit;
    private final Clock clock;

    Consents(ConsentStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the member has agreed to all of this before. */
    public boolean covers(CoopId coop, UUID accountId, UUID serviceId, Set<Scope> scopes) {
        return store.find(coop, accountId, serviceId)
                .filter(it -> it.containsAll(scopes))
                .isPresent();
    }

    /** The services that a member lets in, the latest first. */
    public List<ServiceAccess> of(CoopId coop, UUID accountId) {
        return store.of(coop, accountId);
    }

    /** The member agrees to this, beside what stands already. */
    @Transactional
    public void give(CoopId coop, UUID accountId, ConnectedService service, Set<Scope> scopes) {
        var all = EnumSet.copyOf(scopes);
        store.find(coop, accountId, service.serviceId()).ifPresent(all::addAll);
        // Not made from the time: it says nothing to the service.
        var subject = UUID.randomUUID();
        store.give(coop, accountId, service.serviceId(), subject, all, clock.instant());
        audit.note(coop, accountId, "service-allowed", accountId, service.name());
    }

    /** The member lets a service in no more: all that it holds ends. What has ended stays so. */
    @Transactional
    public void end(CoopId coop, UUID accountId, ConnectedService service) {
        if (store.end(coop, accountId, service.serviceId(), clock.instant())) {
            audit.note(coop, accountId, "service-access-ended", accountId, service.name());
        }
    }
}
