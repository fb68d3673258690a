package coop.kumiai.membership;

import coop.kumiai.accounts.AccountClosed;
import coop.kumiai.coupons.Subscriptions;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * メールの設定: whether a member wants the newsletter (お知らせメール). What concerns the member alone, such as
 * an answer or a changed password, is mailed whatever was chosen.
 */
@Service
public class MailChoices implements Subscriptions {
    private final MailChoiceStore store;
    private final Members members;
    private final Clock clock;

    MailChoices(MailChoiceStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    /** No, until the member says yes. */
    @Override
    public boolean wantsNewsletter(CoopId coop, UUID memberId) {
        return store.newsletter(coop, memberId);
    }

    /** Since when a member wants it; empty when they do not. */
    public Optional<Instant> newsletterSince(CoopId coop, UUID memberId) {
        return store.newsletterSince(coop, memberId);
    }

    /**
     * Those who want the newsletter, part by part.
     *
     * @param after the last of the part before; empty for the first part
     */
    public List<UUID> subscribers(CoopId coop, Optional<UUID> after, int most) {
        return store.subscribers(coop, after, most);
    }

    public int countSubscribers(CoopId coop) {
        return store.countSubscribers(coop);
    }

    @Transactional
    public void choose(CoopId coop, UUID memberId, boolean newsletter) {
        store.choose(coop, memberId, newsletter, clock.instant());
    }

    /** Whoever has closed the account is mailed nothing more. */
    @EventListener
    @Transactional
    void on(AccountClosed closed) {
        members.byAccount(closed.coop(), closed.accountId())
                .filter(it -> wantsNewsletter(closed.coop(), it.memberId()))
                .ifPresent(it -> choose(closed.coop(), it.memberId(), false));
    }
}
