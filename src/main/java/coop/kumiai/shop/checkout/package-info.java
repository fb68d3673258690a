/** レジ: input, confirmation and completion of an order. */
@NetShop
@NullMarked
package coop.kumiai.shop.checkout;

import coop.kumiai.web.NetShop;

import org.jspecify.annotations.NullMarked;
