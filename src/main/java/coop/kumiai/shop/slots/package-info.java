/** お届け先と便: where and when the next order goes. */
@NetShop
@NullMarked
package coop.kumiai.shop.slots;

import coop.kumiai.web.NetShop;

import org.jspecify.annotations.NullMarked;
