/** お届け先と便: where and when the next order goes. */
@NullMarked
package coop.kumiai.shop.slots;

import org.jspecify.annotations.NullMarked;
