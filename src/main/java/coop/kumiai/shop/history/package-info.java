/** 購入履歴: the orders of a member, their versions and their cancellation. */
@NullMarked
package coop.kumiai.shop.history;

import org.jspecify.annotations.NullMarked;
