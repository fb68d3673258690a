/** The shelves (売場): the entrance, categories, the search and one product. */
@NullMarked
package coop.kumiai.shop.catalog;

import org.jspecify.annotations.NullMarked;
