/** Delivery addresses (お届け先). */
@NullMarked
package coop.kumiai.shop.addresses;

import org.jspecify.annotations.NullMarked;
