package coop.kumiai.catalog;

import coop.kumiai.kernel.CoopId;

/** Products, categories or prices of a co-op have changed. */
public record CatalogChanged(CoopId coop) {}
