/** お支払い at a till by the code that the till shows. */
@NullMarked
package coop.kumiai.shop.pay;

import org.jspecify.annotations.NullMarked;
