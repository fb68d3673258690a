/** レジ: input, confirmation and completion of an order. */
@NullMarked
package coop.kumiai.shop.checkout;

import org.jspecify.annotations.NullMarked;
