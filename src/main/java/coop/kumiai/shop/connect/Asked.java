package coop.kumiai.shop.connect;

import coop.kumiai.connect.Scope;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A service's request, kept in the browser's session while the member signs in and decides.
 *
 * @param scopes their codes
 * @param provedAfter the member must prove who they are after this moment; null where the sign-in
 *     does
 * @param silent whether nothing may be shown ({@code prompt=none})
 * @param anew whether consent is asked for although it stands ({@code prompt=consent})
 */
record Asked(
        String id,
        UUID serviceId,
        String redirect,
        List<String> scopes,
        String challenge,
        @Nullable String state,
        @Nullable String nonce,
        @Nullable Instant provedAfter,
        boolean silent,
        boolean anew)
        implements Serializable {

    Set<Scope> scopeSet() {
        return Scope.all(scopes);
    }

    boolean isProvedBy(Instant provedAt) {
        return provedAfter == null || provedAt.isAfter(provedAfter);
    }

    /** The same after consent was given. */
    Asked agreed() {
        return new Asked(
                id,
                serviceId,
                redirect,
                scopes,
                challenge,
                state,
                nonce,
                provedAfter,
                silent,
                false);
    }
}
