package coop.kumiai.orders;

import coop.kumiai.accounts.Acting;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose hand it was.
 *
 * @param member the account of the member
 * @param acting who acted for them (代理), if it was not they
 */
record By(UUID member, Optional<Acting> acting) {

    /** The account that the version of the order names. */
    UUID account() {
        return acting.map(Acting::accountId).orElse(member);
    }
}
