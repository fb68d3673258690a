/** お気に入り: products that a member buys again and again, by store (N-FAV-1). */
@ApplicationModule(
        displayName = "Favourites",
        allowedDependencies = {"kernel", "policies", "members", "catalog", "orders", "stores"})
@NullMarked
package coop.kumiai.favourites;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
