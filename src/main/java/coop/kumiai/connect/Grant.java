package coop.kumiai.connect;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One sign-in to a service.
 *
 * @param subject by which the service knows the member
 */
public record Grant(
        UUID grantId,
        CodeRequest asked,
        UUID subject,
        Instant codeExpiresAt,
        Optional<Instant> codeUsedAt) {}
