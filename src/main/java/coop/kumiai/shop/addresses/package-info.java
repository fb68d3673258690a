/** Delivery addresses (お届け先). */
@NetShop
@NullMarked
package coop.kumiai.shop.addresses;

import coop.kumiai.web.NetShop;

import org.jspecify.annotations.NullMarked;
