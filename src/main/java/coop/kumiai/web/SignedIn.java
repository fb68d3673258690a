package coop.kumiai.web;

import coop.kumiai.accounts.StaffRole;
import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who has signed in to one co-op. Holds ids only: names and rights of members are read
 * where they are needed.
 *
 * @param coop the code of the co-op: a sign-in counts nowhere else
 * @param roles empty for a member
 */
public record SignedIn(String coop, UUID accountId, String displayName, Set<StaffRole> roles)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return coop + ":" + accountId;
    }

    public boolean isStaff() {
        return !roles.isEmpty();
    }
}
