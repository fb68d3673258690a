package coop.kumiai.connect;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a code stands for.
 *
 * @param signInId the browser's sign-in: all that comes of the code ends with it
 * @param generation of the account
 * @param redirect where the code is sent
 * @param challenge SHA-256 of the verifier that only the service knows (PKCE)
 * @param nonce handed back in the id token
 * @param provedAt when the member last proved who they are
 */
public record CodeRequest(
        UUID accountId,
        UUID serviceId,
        UUID signInId,
        int generation,
        Set<Scope> scopes,
        String redirect,
        String challenge,
        Optional<String> nonce,
        Instant provedAt) {}
