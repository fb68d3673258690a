package coop.kumiai.favourites;

import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.Product;

import java.util.Optional;

/**
 * A favourite (お気に入り).
 *
 * @param offer what the store sells it for on the day; empty when it does not: it is shown and
 *     cannot be bought
 */
public record Favourite(Product product, Optional<Offer> offer) {}
