/**
 * 請求: what members are billed month by month. Any module adds lines; a closing makes them
 * statements (請求明細) that never change; files of the banks settle them.
 */
@ApplicationModule(
        displayName = "Billing",
        allowedDependencies = {"kernel", "policies", "accounts", "members"})
@NullMarked
package coop.kumiai.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
