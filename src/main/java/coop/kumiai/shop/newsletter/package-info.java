/** メールマガジン: the page on which it is ended. */
@NullMarked
package coop.kumiai.shop.newsletter;

import org.jspecify.annotations.NullMarked;
