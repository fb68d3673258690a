/** デジタル組合員証 on a member's phone. */
@NullMarked
package coop.kumiai.shop.card;

import org.jspecify.annotations.NullMarked;
