package coop.kumiai.connect;

import java.util.Set;

/**
 * A service as staff type it.
 *
 * @param redirects one address a line
 * @param returns one address a line, or nothing
 */
public record TypedService(
        String name,
        String purpose,
        Set<Scope> scopes,
        String redirects,
        String returns,
        boolean confidential) {}
