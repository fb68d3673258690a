package coop.kumiai.membership;

import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.UUID;

/**
 * メールの設定: whether a member wants the newsletter (お知らせメール). What concerns the member alone, such as
 * an answer or a changed password, is mailed whatever was chosen.
 */
@Service
public class MailChoices {
    private final MailChoiceStore store;
    private final Clock clock;

    MailChoices(MailChoiceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** No, until the member says yes. */
    public boolean wantsNewsletter(CoopId coop, UUID memberId) {
        return store.newsletter(coop, memberId);
    }

    @Transactional
    public void choose(CoopId coop, UUID memberId, boolean newsletter) {
        store.choose(coop, memberId, newsletter, clock.instant());
    }
}
