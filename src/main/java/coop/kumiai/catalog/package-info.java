/** 商品: products, tax class, prices by store and date, search. */
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"kernel", "policies", "stores"})
@NullMarked
package coop.kumiai.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
