package coop.kumiai.orders;

import coop.kumiai.stores.Store;

import java.time.LocalDate;

/** The store and the day whose range and prices somebody sees (N-CAT-1, N-CAT-3). */
public record ShoppingPlace(Store store, LocalDate day) {}
