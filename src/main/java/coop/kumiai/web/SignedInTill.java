package coop.kumiai.web;

import coop.kumiai.accounts.Till;
import coop.kumiai.kernel.CoopId;

import org.springframework.security.core.context.SecurityContextHolder;

import java.util.Optional;
import java.util.UUID;

/**
 * A till that calls the API: neither member nor staff. A handler for {@link Who#TILL} takes it as a
 * parameter.
 *
 * @param coop the code of the co-op: a till counts nowhere else
 * @param storeId the store that it speaks for
 */
public record SignedInTill(String coop, UUID tillId, String storeId) implements Caller {

    static SignedInTill of(CoopId coop, Till till) {
        return new SignedInTill(coop.code(), till.tillId(), till.storeId());
    }

    /** The till that calls just now, if one of this co-op does. */
    static Optional<SignedInTill> calling(CoopId coop) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedInTill till
                        && till.coop().equals(coop.code())
                ? Optional.of(till)
                : Optional.empty();
    }
}
