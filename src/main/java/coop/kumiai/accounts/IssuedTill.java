package coop.kumiai.accounts;

import java.util.UUID;

/**
 * What is typed into a new till; nobody can read the secret again.
 *
 * @param secret with which the till signs in
 */
public record IssuedTill(UUID tillId, String secret) {
    /** A secret is never printed. */
    @Override
    public String toString() {
        return "IssuedTill[" + tillId + "]";
    }
}
