/** 注文変更: goods and slot of an order that stands, with old and new money before it counts. */
@NetShop
@NullMarked
package coop.kumiai.shop.change;

import coop.kumiai.web.NetShop;

import org.jspecify.annotations.NullMarked;
