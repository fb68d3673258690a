/**
 * Who can sign in: members' accounts, staff and tills; verification, recovery, throttling,
 * sessions, audit.
 */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"kernel", "policies"})
@NullMarked
package coop.kumiai.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
