package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 監査記録: what staff did with a member's data. Written in the transaction of what was done, so that
 * neither is there without the other; never changed.
 */
@Service
public class Audit {
    private final AuditStore store;
    private final Policies policies;
    private final Clock clock;

    Audit(AuditStore store, Policies policies, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Writes down who did what to whom, now.
     *
     * @param actor the account of the member of staff
     * @param action stable name of what was done, such as {@code delivery.handed-over}
     * @param subject the id of the member or the order that it was done to
     * @param reason why, in words
     */
    @Transactional
    public void note(CoopId coop, UUID actor, String action, UUID subject, String reason) {
        store.note(coop, actor, action, subject, reason);
    }

    /**
     * The same for a look that is part of the day's work: once a day for the same actor and
     * subject.
     */
    @Transactional
    public void noteLook(CoopId coop, UUID actor, String action, UUID subject, String reason) {
        var today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        store.noteOnce(coop, actor, action, subject, reason, today);
    }

    /**
     * What staff have seen of somebody, or done to them, and who acted for them (M-CARE-2): for
     * themselves to read.
     *
     * @param subjects the ids of the account, the member and what is theirs
     * @param before the last entry that was read; empty for the latest
     */
    public List<AuditEntry> byStaff(
            CoopId coop, Collection<UUID> subjects, Optional<UUID> before, int most) {
        return store.byStaff(coop, subjects, before, most);
    }

    /**
     * The reason (理由) as staff typed it, tidied: what they do with a member's data needs one.
     *
     * @param missing what they are told without one
     * @throws Refused without one, or when it is too long
     */
    public String reason(CoopId coop, String typed, Refusal missing) {
        var why = JapaneseText.tidy(typed);
        if (why.isEmpty()) {
            throw Refused.because(missing);
        }
        Refused.unless(tooLong(coop, why, missing.field()).stream().toList());
        return why;
    }

    /** What staff are told whose reason has more characters than the policy gives it. */
    public Optional<ReasonTooLong> tooLong(CoopId coop, String reason, String field) {
        var most = policies.today(coop, ReasonTerms.class).mostCharacters();
        return Optional.of(JapaneseText.length(reason))
                .filter(it -> it > most)
                .map(it -> new ReasonTooLong(field, most, it));
    }
}
