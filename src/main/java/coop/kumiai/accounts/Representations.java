package coop.kumiai.accounts;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.Representation.State;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * 家族・介護の代理 (M-CARE-1): who may act for whom, within limits, until a day, and how either of them
 * ends it at any time. A member gives it by {@link Entrusting}, the invited person accepts by
 * {@link TakingOn}; what they do then is {@link ActingFor}.
 */
@Service
public class Representations {
    private final RepresentationStore store;
    private final Audit audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Representations(
            RepresentationStore store,
            Audit audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** All of a member, the newest first. */
    public List<Representation> of(CoopId coop, UUID accountId) {
        return store.ofMember(coop, accountId);
    }

    /** Those of a member that stand: invited or going on. */
    public List<Representation> standing(CoopId coop, UUID accountId) {
        return of(coop, accountId).stream()
                .filter(it -> state(it) == State.INVITED || state(it) == State.GOES_ON)
                .toList();
    }

    /** For whom somebody may act just now. */
    public List<Representation> goingOn(CoopId coop, UUID representative) {
        return store.ofRepresentative(coop, representative).stream()
                .filter(it -> state(it) == State.GOES_ON && !it.memberName().isEmpty())
                .toList();
    }

    /** Where one stands just now. */
    public State state(Representation representation) {
        return representation.state(clock.instant(), today());
    }

    /**
     * One, for its letters.
     *
     * @throws NotFound when there is none
     */
    public Representation get(CoopId coop, UUID representationId) {
        return store.find(coop, representationId).orElseThrow(() -> new NotFound("representation"));
    }

    /** By which names the member knows whoever has acted for them, by their accounts. */
    public Map<UUID, String> names(CoopId coop, UUID accountId) {
        return of(coop, accountId).stream()
                .filter(it -> it.representative().isPresent())
                .collect(
                        toMap(
                                it -> it.representative().orElseThrow(),
                                it -> it.mandate().name(),
                                (newest, older) -> newest));
    }

    /** Ends one of the member's own; what has ended stays so. */
    @Transactional
    public void end(CoopId coop, UUID accountId, UUID representationId) {
        end(coop, mine(coop, representationId, accountId), accountId, "");
    }

    /** The representative gives it back. */
    @Transactional
    public void decline(CoopId coop, UUID representative, UUID representationId) {
        var given =
                store.find(coop, representationId)
                        .filter(
                                it ->
                                        it.representative()
                                                .filter(representative::equals)
                                                .isPresent())
                        .orElseThrow(() -> new NotFound("representation"));
        end(coop, given, representative, "");
    }

    /**
     * Staff end it for the member.
     *
     * @throws Refused without a reason
     */
    @Transactional
    public void endAtDesk(
            CoopId coop, UUID accountId, UUID representationId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new RepresentationRefusal.NoReason());
        end(coop, mine(coop, representationId, accountId), staff, why);
    }

    /** Whatever an account gave or took is over: it is closed, or its member leaves the co-op. */
    @Transactional
    public void endAllOf(CoopId coop, UUID accountId, UUID by, String reason) {
        store.standingOf(coop, accountId).forEach(it -> end(coop, it, by, reason));
    }

    private void end(CoopId coop, Representation given, UUID by, String reason) {
        if (store.end(coop, given.representationId(), by, clock.instant())) {
            audit.note(coop, by, "representative.ended", given.accountId(), why(given, reason));
            announce.publishEvent(
                    new RepresentationEnded(coop, given.representationId(), given.memberName()));
        }
    }

    private Representation mine(CoopId coop, UUID representationId, UUID accountId) {
        return store.find(coop, representationId)
                .filter(it -> it.accountId().equals(accountId))
                .orElseThrow(() -> new NotFound("representation"));
    }

    /** In the trail: whom it is about, and the reason of the desk. */
    static String why(Representation given, String reason) {
        var whom = given.mandate().name() + "さん";
        return reason.isEmpty() ? whom : whom + "：" + reason;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
