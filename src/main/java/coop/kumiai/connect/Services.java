package coop.kumiai.connect;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.RandomToken;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The services of a co-op that use its sign-in. Staff register them, with a reason; of a secret
 * only a hash is kept, and a service that was stopped is nobody at once.
 */
@Service
public class Services {
    private final ServiceStore store;
    private final Audit audit;
    private final Clock clock;

    Services(ServiceStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A new service.
     *
     * @throws Refused without a name, a purpose, a safe address or a reason
     */
    @Transactional
    public IssuedService register(CoopId coop, TypedService typed, UUID staff, String reason) {
        Refused.unless(ServiceRules.check(typed));
        var why = audit.reason(coop, reason, new ServiceRefusal.NoReason());
        var service = service(typed);
        var secret =
                typed.confidential() ? Optional.of(RandomToken.fresh()) : Optional.<String>empty();
        store.insert(coop, service, secret.map(RandomToken::hash).orElse(null), staff);
        audit.note(coop, staff, "service.registered", service.serviceId(), why);
        return new IssuedService(service.serviceId(), secret);
    }

    private ConnectedService service(TypedService typed) {
        return new ConnectedService(
                Ids.next(clock),
                JapaneseText.tidy(typed.name()),
                JapaneseText.tidy(typed.purpose()),
                Scope.all(typed.scopes().stream().map(Scope::code).toList()),
                ServiceRules.lines(typed.redirects()),
                ServiceRules.lines(typed.returns()),
                typed.confidential(),
                clock.instant(),
                Optional.empty());
    }

    /**
     * Another secret; the old one is worthless from now on.
     *
     * @throws Refused without a reason
     * @throws NotFound when the service keeps none, or has ended
     */
    @Transactional
    public IssuedService renewSecret(CoopId coop, UUID serviceId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new ServiceRefusal.NoReason());
        var secret = RandomToken.fresh();
        if (!store.replaceSecret(coop, serviceId, RandomToken.hash(secret))) {
            throw new NotFound("service");
        }
        audit.note(coop, staff, "service.secret-renewed", serviceId, why);
        return new IssuedService(serviceId, Optional.of(secret));
    }

    /**
     * From now on the service is nobody, and so is whatever it holds; one that had ended stays so.
     *
     * @throws Refused without a reason
     */
    @Transactional
    public void end(CoopId coop, UUID serviceId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new ServiceRefusal.NoReason());
        get(coop, serviceId);
        if (store.end(coop, serviceId, clock.instant())) {
            audit.note(coop, staff, "service.ended", serviceId, why);
        }
    }

    /** All of a co-op, those in use first. */
    public List<ConnectedService> all(CoopId coop) {
        return store.all(coop);
    }

    /**
     * @throws NotFound when the co-op has no such service
     */
    public ConnectedService get(CoopId coop, UUID serviceId) {
        return store.find(coop, serviceId).orElseThrow(() -> new NotFound("service"));
    }

    /** A service in use, by its {@code client_id}. */
    public Optional<ConnectedService> byClientId(CoopId coop, String clientId) {
        return uuid(clientId).flatMap(it -> store.find(coop, it)).filter(it -> !it.hasEnded());
    }

    /**
     * A service that has shown who it is: by its secret where it keeps one; an app, which keeps
     * none, shows it by the verifier of each code.
     */
    public Optional<ConnectedService> authenticate(
            CoopId coop, String clientId, Optional<String> secret) {
        return byClientId(coop, clientId)
                .filter(
                        it ->
                                it.confidential()
                                        ? secret.isPresent() && knows(coop, it, secret.get())
                                        : secret.isEmpty());
    }

    private boolean knows(CoopId coop, ConnectedService service, String secret) {
        return store.hasSecret(coop, service.serviceId(), RandomToken.hash(secret));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
