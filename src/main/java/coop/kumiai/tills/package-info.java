/**
 * レジ: what tills do with members' e-money. A till has lost answers and sends again; a member's code
 * counts once. Both are brought together here, before the ledger is asked. Begin with {@link
 * coop.kumiai.tills.TillSales}.
 */
@ApplicationModule(
        displayName = "Tills",
        allowedDependencies = {"kernel", "policies", "accounts", "members", "cards", "wallet"})
@NullMarked
package coop.kumiai.tills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
