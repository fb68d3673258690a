/**
 * What a co-op sells (商品): products, their categories, tax classes and prices by store and day; the
 * search for them and their import.
 */
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"kernel", "policies", "accounts", "stores"})
@NullMarked
package coop.kumiai.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
