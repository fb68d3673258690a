package coop.kumiai.connect;

import java.util.Optional;
import java.util.UUID;

/**
 * What is typed into a new service; nobody can read the secret again.
 *
 * @param secret nothing for an app, which could not keep it
 */
public record IssuedService(UUID serviceId, Optional<String> secret) {
    /** A secret is never printed. */
    @Override
    public String toString() {
        return "IssuedService[" + serviceId + "]";
    }
}
