package coop.kumiai.web;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who has signed in to one co-op. Holds ids only: names and rights of members are read
 * where they are needed.
 *
 * @param coop the code of the co-op: a sign-in counts nowhere else
 * @param signInId the browser's sign-in; null for an app, which shows a token each time
 * @param roles empty for a member
 * @param generation of the account when it signed in: a new password ends what is older
 */
public record SignedIn(
        String coop,
        UUID accountId,
        @Nullable UUID signInId,
        String displayName,
        Set<StaffRole> roles,
        int generation)
        implements Caller, Principal, Serializable {

    /** Somebody without a browser's sign-in. */
    public static SignedIn of(CoopId coop, Account account, Set<StaffRole> roles) {
        return new SignedIn(
                coop.code(),
                account.accountId(),
                null,
                account.displayName(),
                roles,
                account.generation());
    }

    /** The same under another name. */
    public SignedIn named(String newDisplayName) {
        return new SignedIn(coop, accountId, signInId, newDisplayName, roles, generation);
    }

    /** The same at a browser. */
    SignedIn at(UUID browser) {
        return new SignedIn(coop, accountId, browser, displayName, roles, generation);
    }

    @Override
    public String getName() {
        return coop + ":" + accountId;
    }

    public boolean isStaff() {
        return !roles.isEmpty();
    }
}
