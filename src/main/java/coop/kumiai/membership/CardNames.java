package coop.kumiai.membership;

import coop.kumiai.kernel.BusinessCalendar;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.members.Member;
import coop.kumiai.members.MemberRenamed;
import coop.kumiai.policies.Policies;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The name on the card (M-CARD-2): a changed name is the member's at once, and the card's some
 * business days later, Japanese holidays counted out.
 */
@Service
public class CardNames {
    private static final BusinessCalendar CALENDAR = BusinessCalendar.ofJapan();
    private final CardNameStore store;
    private final Policies policies;
    private final Clock clock;

    CardNames(CardNameStore store, Policies policies, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void on(MemberRenamed renamed) {
        var today = LocalDate.now(clock);
        var days = policies.at(renamed.coop(), CardTerms.class, today).nameBusinessDays();
        store.insert(
                renamed.coop(),
                Ids.next(clock),
                renamed.memberId(),
                renamed.before(),
                CALENDAR.plusBusinessDays(today, days),
                clock.instant());
    }

    /** The name that the card shows today. */
    public String shown(CoopId coop, Member member) {
        return store.stillShown(coop, member.memberId(), LocalDate.now(clock))
                .map(CardNameStore.Until::name)
                .orElseGet(() -> member.name().full());
    }

    /** From when the card shows the present name; empty when it does. */
    public Optional<LocalDate> changesOn(CoopId coop, UUID memberId) {
        return store.stillShown(coop, memberId, LocalDate.now(clock))
                .map(CardNameStore.Until::cardFrom);
    }
}
