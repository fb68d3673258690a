/**
 * 組合員 and 出資金: joining, shares, member codes, addresses. A member is not an account: each lives and
 * ends on its own.
 */
@ApplicationModule(
        displayName = "Members",
        allowedDependencies = {"kernel", "policies", "accounts"})
@NullMarked
package coop.kumiai.members;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
