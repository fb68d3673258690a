/**
 * デジタル組合員証: the card of a member on a phone, its code that changes and is taken once, and passes
 * for the wallets of phones. It follows My Page, which membership opens and closes.
 */
@ApplicationModule(
        displayName = "Cards",
        allowedDependencies = {"kernel", "policies", "accounts", "members", "membership"})
@NullMarked
package coop.kumiai.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
