/** 加入申込書 (M-USE-4) and the registration of My Page by invitation (M-USE-3). */
@NullMarked
package coop.kumiai.shop.joining;

import org.jspecify.annotations.NullMarked;
