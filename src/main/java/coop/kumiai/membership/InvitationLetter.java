package coop.kumiai.membership;

import java.time.Duration;

/**
 * What the mail of an invitation says.
 *
 * @param token the end of its link; it is not kept anywhere
 */
public record InvitationLetter(
        String email, String name, String memberCode, String token, Duration valid) {}
