/** 購入履歴: the orders of a member, their versions and their cancellation. */
@NetShop
@NullMarked
package coop.kumiai.shop.history;

import coop.kumiai.web.NetShop;

import org.jspecify.annotations.NullMarked;
