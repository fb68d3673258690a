/**
 * 代わりの品 (N-PICK-2, X-PICK-1): what a member wants when a product is short, what is offered instead,
 * and how the member was asked and answered.
 */
@ApplicationModule(
        displayName = "Substitution",
        allowedDependencies = {
            "kernel",
            "policies",
            "accounts",
            "members",
            "stores",
            "catalog",
            "payments",
            "orders",
            "favourites"
        })
@NullMarked
package coop.kumiai.substitution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
