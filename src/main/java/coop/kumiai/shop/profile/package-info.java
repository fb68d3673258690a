/** My Page (マイページ): name, phone number, password. */
@NullMarked
package coop.kumiai.shop.profile;

import org.jspecify.annotations.NullMarked;
