package coop.kumiai.connect;

import java.time.Duration;

/** What a service gets; nobody can read it again. */
public record IssuedTokens(Grant grant, String access, String refresh, Duration accessValid) {
    /** A token is never printed. */
    @Override
    public String toString() {
        return "IssuedTokens[" + grant.grantId() + "]";
    }
}
