package coop.kumiai.connect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A service of the co-op (or of a partner) that uses Kumiai's sign-in.
 *
 * @param serviceId its {@code client_id}
 * @param purpose what it is for, as members read it
 * @param scopes that it may ask for
 * @param redirects where a code may be sent, sign by sign
 * @param returns where members may be sent after signing out
 * @param confidential whether it keeps a secret; an app on a phone cannot
 * @param endedAt since when it is nobody
 */
public record ConnectedService(
        UUID serviceId,
        String name,
        String purpose,
        Set<Scope> scopes,
        List<String> redirects,
        List<String> returns,
        boolean confidential,
        Instant registeredAt,
        Optional<Instant> endedAt) {

    public boolean hasEnded() {
        return endedAt.isPresent();
    }
}
