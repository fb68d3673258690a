/** お気に入り: the products that a member buys again and again. */
@NetShop
@NullMarked
package coop.kumiai.shop.favourites;

import coop.kumiai.web.NetShop;

import org.jspecify.annotations.NullMarked;
