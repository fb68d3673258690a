package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in between password and second code, kept in the browser's session.
 *
 * @param mail the mail whose code completes it; null where an app counts it. A code of any other
 *     mail is none
 * @param next where it goes on
 */
public record PendingSignIn(
        String coop,
        UUID accountId,
        int generation,
        boolean staff,
        @Nullable UUID mail,
        String next,
        Instant begunAt)
        implements Serializable {}
