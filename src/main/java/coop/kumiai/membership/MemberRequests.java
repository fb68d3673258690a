package coop.kumiai.membership;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.membership.MemberRequest.Kind;
import coop.kumiai.membership.MemberRequest.State;
import coop.kumiai.policies.Policies;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 届出とお問い合わせ (M-PAGE-1, M-PAGE-2): a change of workplace or retirement changes nothing by itself,
 * staff handle it, and the member sees how far it is.
 */
@Service
public class MemberRequests {
    private final RequestStore store;
    private final Policies policies;
    private final Audit audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    MemberRequests(
            RequestStore store,
            Policies policies,
            Audit audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.policies = policies;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Takes what a member wrote; the same form sent twice is one request.
     *
     * @throws Refused when nothing, or too much, was written
     * @throws NotFound when nobody writes about that here
     */
    @Transactional
    public void ask(CoopId coop, UUID memberId, Kind kind, String typed, String requestKey) {
        if (!kinds(coop).contains(kind)) {
            throw new NotFound("request kind");
        }
        var body = checked(coop, "body", typed);
        store.insert(
                coop,
                new MemberRequest(
                        Ids.next(clock),
                        memberId,
                        kind,
                        body,
                        State.RECEIVED,
                        "",
                        clock.instant(),
                        Optional.empty()),
                requestKey);
    }

    /** What members of the co-op write about. */
    public List<Kind> kinds(CoopId coop) {
        return policies.today(coop, RequestTerms.class).kinds();
    }

    /** All of a member, the newest first. */
    public List<MemberRequest> of(CoopId coop, UUID memberId) {
        return store.of(coop, memberId);
    }

    /** Those that wait for staff, the oldest first. */
    public List<MemberRequest> waiting(CoopId coop) {
        return store.waiting(coop);
    }

    /**
     * @throws NotFound when the co-op has no such request
     */
    public MemberRequest get(CoopId coop, UUID requestId) {
        return store.find(coop, requestId).orElseThrow(() -> new NotFound("request"));
    }

    /**
     * Says how far it is, with an answer that the member reads.
     *
     * @throws Refused without an answer, or when somebody finished it already
     */
    @Transactional
    public void handle(CoopId coop, UUID requestId, State state, String typed, UUID staff) {
        var request = get(coop, requestId);
        var answer = checked(coop, "answer", typed);
        if (!store.handle(coop, requestId, state, answer, staff, clock.instant())) {
            throw Refused.because(new RequestRefusal.AlreadyFinished());
        }
        announce.publishEvent(new RequestAnswered(coop, requestId, clock.instant()));
        audit.note(
                coop, staff, "request." + state.code(), request.memberId(), request.kind().label());
    }

    private String checked(CoopId coop, String field, String typed) {
        var text = typed.strip();
        var most = policies.today(coop, RequestTerms.class).mostCharacters();
        if (text.isEmpty()) {
            throw Refused.because(new RequestRefusal.Empty(field));
        }
        if (JapaneseText.length(text) > most) {
            throw Refused.because(
                    new RequestRefusal.TooLong(field, most, JapaneseText.length(text)));
        }
        return text;
    }
}
