/** カート: what a member is about to order. */
@NetShop
@NullMarked
package coop.kumiai.shop.cart;

import coop.kumiai.web.NetShop;

import org.jspecify.annotations.NullMarked;
