package coop.kumiai.accounts;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * 代理の操作: somebody acts for a member just now. What they may do never changes while it lasts; that
 * it still lasts is asked anew each time.
 *
 * @param accountId of the representative
 * @param name of the representative, as the member wrote it
 */
public record Acting(UUID representationId, UUID accountId, String name, Set<Errand> errands)
        implements Serializable {
    public boolean may(Errand errand) {
        return errands.contains(errand);
    }
}
