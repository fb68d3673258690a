package coop.kumiai.membership;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/**
 * The mailbox of an address shall get to know what came of its sign-up, which the screen does not
 * tell.
 *
 * @param sentence with its number
 */
public record SignUpTold(CoopId coop, UUID id, String email, String sentence) {}
