/** 代わりの品: what a member wants when a product is short, and the answer to the store's question. */
@NullMarked
package coop.kumiai.shop.substitutes;

import org.jspecify.annotations.NullMarked;
