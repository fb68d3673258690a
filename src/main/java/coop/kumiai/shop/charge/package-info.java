/** チャージ (U-WAL-2) on My Page: choose the way and the sum, confirm, pay, see what came of it. */
@NullMarked
package coop.kumiai.shop.charge;

import org.jspecify.annotations.NullMarked;
