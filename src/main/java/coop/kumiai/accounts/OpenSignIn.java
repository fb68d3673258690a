package coop.kumiai.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * ご利用中の端末: one browser in which somebody is signed in.
 *
 * @param device what it is, in words, such as {@code iPhone（Safari）}
 * @param provedAt when somebody last proved there who they are
 */
public record OpenSignIn(
        UUID signInId,
        UUID accountId,
        String device,
        Instant begunAt,
        Instant lastUsedAt,
        Instant provedAt) {}
