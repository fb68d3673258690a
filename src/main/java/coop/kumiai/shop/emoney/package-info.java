/** 電子マネー on My Page: balance, history, begin, stop and go on. */
@NullMarked
package coop.kumiai.shop.emoney;

import org.jspecify.annotations.NullMarked;
