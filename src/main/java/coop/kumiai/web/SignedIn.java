package coop.kumiai.web;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;

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
 * @param generation of the account when it signed in: a new password ends what is older
 */
public record SignedIn(
        String coop, UUID accountId, String displayName, Set<StaffRole> roles, int generation)
        implements Principal, Serializable {

    /** The sign-in of an account whose password was just checked. */
    public static SignedIn of(CoopId coop, Account account, Set<StaffRole> roles) {
        return new SignedIn(
                coop.code(),
                account.accountId(),
                account.displayName(),
                roles,
                account.generation());
    }

    /** The same under another name. */
    public SignedIn named(String newDisplayName) {
        return new SignedIn(coop, accountId, newDisplayName, roles, generation);
    }

    @Override
    public String getName() {
        return coop + ":" + accountId;
    }

    public boolean isStaff() {
        return !roles.isEmpty();
    }
}
