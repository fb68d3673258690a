/**
 * クーポン: what a coupon takes off an order, who may claim it, how often it is used. It only says what
 * to take off: the order does it, tells of every use, and gives a use back.
 */
@ApplicationModule(
        displayName = "Coupons",
        allowedDependencies = {"kernel", "policies", "accounts", "members", "stores", "catalog"})
@NullMarked
package coop.kumiai.coupons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
