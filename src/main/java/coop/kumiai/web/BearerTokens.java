package coop.kumiai.web;

import java.util.Optional;

/** Where bearer tokens of the API are looked up. */
public interface BearerTokens {
    /** Whoever or whatever holds this token at this co-op, while it is valid. */
    Optional<Caller> find(String coop, String token);
}
