/** クーポン: those of the store, and which one the next order takes. */
@NetShop
@NullMarked
package coop.kumiai.shop.coupons;

import coop.kumiai.web.NetShop;

import org.jspecify.annotations.NullMarked;
