/** The help (ヘルプ): its table of contents, its articles, and the way to them from a refusal. */
@NullMarked
package coop.kumiai.shop.help;

import org.jspecify.annotations.NullMarked;
