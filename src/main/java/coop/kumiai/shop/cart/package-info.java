/** カート: what a member is about to order. */
@NullMarked
package coop.kumiai.shop.cart;

import org.jspecify.annotations.NullMarked;
