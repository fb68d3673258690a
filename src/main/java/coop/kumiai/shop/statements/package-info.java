/** 請求明細: what a member was billed, month by month, to read and to keep. */
@NullMarked
package coop.kumiai.shop.statements;

import org.jspecify.annotations.NullMarked;
