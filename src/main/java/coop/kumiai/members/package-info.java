/**
 * 組合員 and 出資金: registering, joining, shares, member codes, addresses. A member is not an account:
 * each lives and ends on its own. A delivery address must lie in an area of a store, so stores are
 * asked.
 */
@ApplicationModule(
        displayName = "Members",
        allowedDependencies = {"kernel", "policies", "accounts", "stores"})
@NullMarked
package coop.kumiai.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
