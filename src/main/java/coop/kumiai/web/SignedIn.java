package coop.kumiai.web;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Acting;
import coop.kumiai.accounts.Representation;
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
 * @param accountId whose pages these are: the member's own, or that of the member acted for
 * @param generation of the signer's account when it signed in: a new password ends what is older
 * @param acting who acts for the member (代理); null for the member themselves
 */
public record SignedIn(
        String coop,
        UUID accountId,
        @Nullable UUID signInId,
        String displayName,
        Set<StaffRole> roles,
        int generation,
        @Nullable Acting acting)
        implements Caller, Principal, Serializable {

    /** Somebody who acts for nobody but themselves. */
    public SignedIn(
            String coop,
            UUID accountId,
            @Nullable UUID signInId,
            String displayName,
            Set<StaffRole> roles,
            int generation) {
        this(coop, accountId, signInId, displayName, roles, generation, null);
    }

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
        return new SignedIn(coop, accountId, signInId, newDisplayName, roles, generation, acting);
    }

    /** The same at a browser. */
    SignedIn at(UUID browser) {
        return new SignedIn(coop, accountId, browser, displayName, roles, generation, acting);
    }

    /** The same person at work for a member. */
    public SignedIn actingFor(Representation representation) {
        var mandate = representation.mandate();
        return new SignedIn(
                coop,
                representation.accountId(),
                signInId,
                representation.memberName(),
                roles,
                generation,
                new Acting(
                        representation.representationId(),
                        accountId,
                        mandate.name(),
                        mandate.errands()));
    }

    /** The account that signed in, also while it acts for another. */
    public UUID signer() {
        return acting == null ? accountId : acting.accountId();
    }

    @Override
    public String getName() {
        return coop + ":" + signer();
    }

    public boolean isStaff() {
        return !roles.isEmpty();
    }
}
