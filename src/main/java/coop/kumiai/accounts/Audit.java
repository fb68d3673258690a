package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/**
 * 監査記録: what staff did with a member's data. Written in the transaction of what was done, so that
 * neither is there without the other; never changed.
 */
@Service
public class Audit {
    private final AuditStore store;

    Audit(AuditStore store) {
        this.store = store;
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
}
