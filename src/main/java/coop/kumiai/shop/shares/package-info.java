/** 出資金の明細: what a member has paid in, and how it came about. */
@NullMarked
package coop.kumiai.shop.shares;

import org.jspecify.annotations.NullMarked;
