/**
 * 創立: a co-op enters this installation out of files: its name and colour, its first policies and
 * its stores, then its staff.
 */
@ApplicationModule(
        displayName = "Founding",
        allowedDependencies = {"kernel", "policies", "accounts", "stores"})
@NullMarked
package coop.kumiai.founding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
