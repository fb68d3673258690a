package coop.kumiai.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A member of staff (職員) as managers see them.
 *
 * @param lastSignInAt empty for who has never signed in
 * @param hasPassword false until they have chosen one of their own
 */
public record StaffMember(
        UUID accountId,
        String email,
        String name,
        Set<StaffRole> roles,
        Optional<Instant> lastSignInAt,
        boolean hasPassword) {}
